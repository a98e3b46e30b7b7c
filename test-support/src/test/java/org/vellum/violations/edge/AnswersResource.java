package org.vellum.violations.edge;

import jakarta.ws.rs.core.Response;

/** Speaks HTTP where it may. */
record AnswersResource(Response response) {

  /** A part of a resource may too. */
  record Part(Response response) {}
}
