package org.vellum.competency.framework;

import org.vellum.platform.configuration.Key;

/**
 * What an operator can set of competency frameworks.
 *
 * @param maximumPackage largest package that is read, in bytes
 * @param maximumObjects most objects that a package may hold
 */
public record FrameworkConfiguration(
    @Key(
            name = "vellum.framework.maximum-package",
            meaning = "Largest CASE package that is imported, in bytes.",
            defaultValue = "67108864")
        int maximumPackage,
    @Key(
            name = "vellum.framework.maximum-objects",
            meaning =
                "Most objects (items, associations, definitions, rubrics) that an imported CASE"
                    + " package may hold.",
            defaultValue = "100000")
        int maximumObjects) {

  public FrameworkConfiguration {
    if (maximumPackage < 1 || maximumPackage > 1 << 30 || maximumObjects < 1) {
      throw new IllegalArgumentException(
          "vellum.framework: bounds are at least 1, a package at most 1 GiB");
    }
  }
}
