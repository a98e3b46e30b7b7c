package org.vellum.violations.acts;

import org.vellum.violations.words.UseCase;

/** A use case of two acts. */
@UseCase
public class DoTwoThings {

  public String one() {
    return "one";
  }

  public String two() {
    return "two";
  }
}
