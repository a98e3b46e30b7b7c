package org.vellum.violations.second;

import org.jspecify.annotations.Nullable;
import org.vellum.violations.first.One;

/** The other half of the circle. */
public record Two(@Nullable One one) {}
