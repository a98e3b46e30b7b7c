package org.vellum.violations.edge;

import jakarta.json.bind.Jsonb;

/** Uses what has no place anywhere. */
record BindingByJsonB(Jsonb json) {}
