package org.vellum.violations.third;

import org.vellum.violations.Assembly;

/** Uses the root package, which only assembles. */
public interface Three {
  Assembly[] assemblies();
}
