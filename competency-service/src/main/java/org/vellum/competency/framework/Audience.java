package org.vellum.competency.framework;

import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;

/** For whom frameworks are read: a draft is there for registrars only. */
public enum Audience {
  EVERYONE,
  REGISTRARS;

  /** The audience to which the caller belongs. */
  public static Audience of(Caller caller) {
    return caller.has(Roles.REGISTRAR) ? REGISTRARS : EVERYONE;
  }

  /** Whether drafts are there for this audience, as every query of a framework asks. */
  public boolean seesDrafts() {
    return this == REGISTRARS;
  }
}
