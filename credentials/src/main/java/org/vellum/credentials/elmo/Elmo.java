package org.vellum.credentials.elmo;

import org.jspecify.annotations.Nullable;
import org.vellum.credentials.xml.Branch;
import org.vellum.credentials.xml.XmlText;

/** The words of ELMO. */
final class Elmo {
  /** What every namespace of ELMO begins with. */
  static final String NAMESPACES = "https://github.com/emrex-eu/elmo-schemas/tree/";

  /** Versions 1.x, 1.7 and 2.0 all have this namespace. */
  static final String NAMESPACE = NAMESPACES + "v1";

  /** The type of the identifiers that are URIs; ELMO leaves types free. */
  static final String URI = "uri";

  /** ELMO's name for an identifier that the institution gave. */
  static final String LOCAL = "local";

  /** ELMO's name for the identifier by which an attachment is referred to. */
  static final String INTERNAL = "internal";

  /** A level of a qualifications framework, such as EQF 6, as a target of an achievement. */
  static final String QUALIFICATION_LEVEL = "ext:QualificationLevel";

  private Elmo() {}

  static void identifier(Branch to, String type, @Nullable String value) {
    if (value != null) {
      to.child("identifier").attribute("type", XmlText.token(type)).content(XmlText.token(value));
    }
  }

  /** The level of a degree, in the words that ELMO has for it. */
  static @Nullable String level(String type) {
    return switch (type) {
      case "BachelorDegree" -> "Bachelor";
      case "MasterDegree" -> "Master";
      case "DoctoralDegree" -> "PhD";
      default -> null;
    };
  }

  /** The kind of achievement, in the words of Open Badges 3.0. */
  static String type(@Nullable String kind, @Nullable String level) {
    return switch (kind) {
      case "Degree Programme" ->
          switch (level) {
            case "Bachelor" -> "BachelorDegree";
            case "Master" -> "MasterDegree";
            case "PhD" -> "DoctoralDegree";
            case null, default -> "Degree";
          };
      case "Module", "Course", "Class" -> "Course";
      case null, default -> "Achievement";
    };
  }

  static String status(String status) {
    return switch (status) {
      case "passed" -> "Completed";
      case "failed" -> "Failed";
      default -> "InProgress";
    };
  }
}
