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
  STANDARD(PackageForms.all()),
  /** CSV with a byte order mark, which PowerFAIDS wants. */
  MARKED(new PackageForms(EnumSet.of(Form.CSV), CsvProfile.MARKED)),
  /** CSV for people with a spreadsheet. */
  SPREADSHEET(new PackageForms(EnumSet.of(Form.CSV), CsvProfile.SPREADSHEET));

  private final PackageForms forms;

  RunProfile(PackageForms forms) {
    this.forms = forms;
  }

  /** Its name, as it is asked for. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public PackageForms forms() {
    return forms;
  }

  /** The profile of a name. */
  public static Optional<RunProfile> find(String code) {
    return Arrays.stream(values()).filter(profile -> profile.code().equals(code)).findFirst();
  }
}
