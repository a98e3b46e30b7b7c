package org.vellum.finaid.export;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a package is written in.
 *
 * @param forms one file of each for every entity
 * @param csv for whom the CSV files are
 */
public record PackageForms(Set<Form> forms, CsvProfile csv) {
  public PackageForms {
    forms = Set.copyOf(forms);
  }

  /** NDJSON, CSV and XML for programs. */
  public static PackageForms all() {
    return new PackageForms(EnumSet.allOf(Form.class), CsvProfile.PLAIN);
  }
}
