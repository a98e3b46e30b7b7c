package org.vellum.violations.edge;

import jakarta.ws.rs.core.Response;

/** Speaks HTTP and is no resource. */
record Answers(Response response) {}
