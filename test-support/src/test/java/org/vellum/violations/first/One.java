package org.vellum.violations.first;

import org.jspecify.annotations.Nullable;
import org.vellum.violations.second.Two;

/** Half of a circle. */
public record One(@Nullable Two two) {}
