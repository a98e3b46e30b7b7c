package org.vellum.platform.imsx;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The words of OneRoster 1.2 (OpenAPI, imsx_CodeMinorFieldDType), with the capital C of its {@code
 * imsx_CodeMinor}.
 */
public record OneRoster12Dialect() implements Dialect {

  @Override
  public ObjectNode statusInfo(Fault fault, String description) {
    return StatusInfo.failure("imsx_CodeMinor", codeMinor(fault), description);
  }

  private static String codeMinor(Fault fault) {
    return switch (fault) {
      case UNAUTHORISED -> "unauthorisedrequest";
      case FORBIDDEN -> "forbidden";
      case UNKNOWN_OBJECT, INVALID_IDENTIFIER -> "unknownobject";
      case INVALID_FILTER -> "invalid_filter_field";
      case INVALID_SORT_FIELD, INVALID_SELECTION -> "invalid_selection_field";
      case MALFORMED, INVALID_DATA, TOO_LARGE -> "invaliddata";
      case BUSY -> "server_busy";
      case INTERNAL -> "internal_server_error";
    };
  }
}
