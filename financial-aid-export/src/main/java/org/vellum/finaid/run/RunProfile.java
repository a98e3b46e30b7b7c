package org.vellum.finaid.run;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import org.vellum.finaid.export.CsvProfile;
import org.vellum.finaid.export.Form;
import org.vellum.finaid.export.PackageForms;

/** What a package is written in, for the system that imports it. */
public enum RunProfile {
  /** NDJSON, CSV and XML, for programs. */
  STANDARD,
  /** CSV with a byte order mark, which PowerFAIDS wants. */
  MARKED,
  /** CSV for people with a spreadsheet. */
  SPREADSHEET;

  /** Its name, as it is asked for. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The forms. */
  public PackageForms forms() {
    return switch (this) {
      case STANDARD -> PackageForms.all();
      case MARKED -> new PackageForms(EnumSet.of(Form.CSV), CsvProfile.MARKED);
      case SPREADSHEET -> new PackageForms(EnumSet.of(Form.CSV), CsvProfile.SPREADSHEET);
    };
  }

  /** The profile of a name. */
  public static Optional<RunProfile> find(String code) {
    return Arrays.stream(values()).filter(profile -> profile.code().equals(code)).findFirst();
  }
}
