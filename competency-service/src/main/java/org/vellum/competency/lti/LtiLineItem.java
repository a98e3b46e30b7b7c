package org.vellum.competency.lti;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A line item as a tool sees it (AGS 2.0, section 3.2).
 *
 * @param id its identifier in addresses
 * @param sourcedId its {@code sourcedId} in the roster
 * @param context the class
 * @param label its title
 * @param scoreMaximum the greatest value of its scale, which begins at 0
 * @param resourceLink the link that it belongs to, where it belongs to one
 * @param resourceId the tool's own name of what is evaluated
 * @param tag the tool's own word for its kind
 * @param startsAt from when on something can be handed in
 * @param endsAt until when
 */
public record LtiLineItem(
    UUID id,
    String sourcedId,
    UUID context,
    String label,
    BigDecimal scoreMaximum,
    Optional<UUID> resourceLink,
    Optional<String> resourceId,
    Optional<String> tag,
    Optional<Instant> startsAt,
    Optional<Instant> endsAt) {

  /** The {@code sourcedId} of a line item that is made here. */
  public static String sourcedId(UUID id) {
    return "lti-" + id;
  }
}
