package org.vellum.platform.imsx;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The words of CASE 1.0 (OpenAPI, imsx_CodeMinorFieldDType). */
public record Case10Dialect() implements Dialect {

  @Override
  public ObjectNode statusInfo(Fault fault, String description) {
    return StatusInfo.failure("imsx_codeMinor", codeMinor(fault), description);
  }

  private static String codeMinor(Fault fault) {
    return switch (fault) {
      case UNAUTHORISED -> "unauthorisedrequest";
      case FORBIDDEN -> "forbidden";
      case UNKNOWN_OBJECT -> "unknownobject";
      case INVALID_IDENTIFIER -> "invaliduuid";
      case INVALID_SORT_FIELD -> "invalid_sort_field";
      case INVALID_FILTER, INVALID_SELECTION, MALFORMED, INVALID_DATA, TOO_LARGE ->
          "invalid_selection_field";
      case BUSY -> "server_busy";
      case INTERNAL -> "internal_server_error";
    };
  }
}
