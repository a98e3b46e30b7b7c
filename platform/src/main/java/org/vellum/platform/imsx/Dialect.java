package org.vellum.platform.imsx;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How one standard words its {@code imsx_StatusInfo}. */
public sealed interface Dialect permits Case10Dialect, Case11Dialect, OneRoster12Dialect {

  /** The standard's payload for what happened. */
  ObjectNode statusInfo(Fault fault, String description);
}
