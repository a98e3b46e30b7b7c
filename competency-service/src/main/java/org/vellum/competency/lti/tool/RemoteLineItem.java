package org.vellum.competency.lti.tool;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * A line item of a platform's course.
 *
 * @param id our identifier of it
 * @param address its address there, its {@code id} in AGS 2.0
 * @param label its title
 * @param scoreMaximum the greatest value of its scale
 * @param resourceId the {@code resourceId} that it has there
 * @param tag the {@code tag} that it has there
 * @param lineItem {@code sourcedId} of the roster's line item that it was mapped to
 */
public record RemoteLineItem(
    UUID id,
    String address,
    String label,
    BigDecimal scoreMaximum,
    Optional<String> resourceId,
    Optional<String> tag,
    Optional<String> lineItem) {

  /**
   * The address of its results: that of the line item, with {@code /results} at the end of its path
   * and before its query (AGS 2.0, section 3.3.1).
   */
  public String results() {
    int query = address.indexOf('?');
    String path = query < 0 ? address : address.substring(0, query);
    String rest = query < 0 ? "" : address.substring(query);
    return (path.endsWith("/") ? path.substring(0, path.length() - 1) : path) + "/results" + rest;
  }
}
