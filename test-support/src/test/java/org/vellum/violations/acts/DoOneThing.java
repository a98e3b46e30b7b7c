package org.vellum.violations.acts;

import org.vellum.violations.words.UseCase;

/** A use case as it should be. */
@UseCase
public class DoOneThing {

  public String act() {
    return part();
  }

  String part() {
    return "one";
  }
}
