package org.vellum.platform.imsx;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The words of CASE 1.1 (OpenAPI, imsx_CodeMinorFieldDType). The REST binding's prose names {@code
 * invalid_filter_field}, which the enumeration lacks: the enumeration decides, the description
 * tells.
 */
public record Case11Dialect() implements Dialect {

  @Override
  public ObjectNode statusInfo(Fault fault, String description) {
    return StatusInfo.failure("imsx_codeMinor", codeMinor(fault), description);
  }

  private static String codeMinor(Fault fault) {
    return switch (fault) {
      case UNAUTHORISED -> "unauthorised_request";
      case FORBIDDEN -> "forbidden";
      case UNKNOWN_OBJECT -> "unknownobject";
      case INVALID_IDENTIFIER -> "invalid_uuid";
      case INVALID_SORT_FIELD -> "invalid_sort_field";
      case INVALID_FILTER, INVALID_SELECTION, MALFORMED, INVALID_DATA, TOO_LARGE ->
          "invalid_selection_field";
      case BUSY -> "server_busy";
      case INTERNAL -> "internal_server_error";
    };
  }
}
