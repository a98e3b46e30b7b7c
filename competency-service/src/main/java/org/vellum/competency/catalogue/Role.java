package org.vellum.competency.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a program, a course or a line item does with a competency. */
public enum Role {
  /** It is taught there. */
  TEACHES,
  /** It is assessed there; at a threshold, that is a rule of evidence. */
  ASSESSES,
  /** It is needed: to complete a program, or to begin a course or an assessment. */
  REQUIRES;

  /** Its name in JSON and in the database. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of this name. */
  public static Optional<Role> find(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
