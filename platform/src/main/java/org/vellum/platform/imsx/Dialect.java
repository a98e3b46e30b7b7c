package org.vellum.platform.imsx;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How one standard words its {@code imsx_StatusInfo}. */
public sealed interface Dialect permits Case10Dialect, Case11Dialect, OneRoster12Dialect {

  /** The standard's payload for what happened. */
  ObjectNode statusInfo(Fault fault, String description);

  /** The dialect that a resource names by its {@link Speaks}. */
  static Dialect of(Class<? extends Dialect> named) {
    if (named == Case10Dialect.class) {
      return new Case10Dialect();
    }
    if (named == Case11Dialect.class) {
      return new Case11Dialect();
    }
    return new OneRoster12Dialect();
  }
}
