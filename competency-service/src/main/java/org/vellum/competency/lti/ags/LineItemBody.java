package org.vellum.competency.lti.ags;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.lti.Addresses;
import org.vellum.competency.lti.LtiLineItem;
import org.vellum.platform.json.Json;

/**
 * A line item as a tool sends it (AGS 2.0, section 3.2).
 *
 * @param label its title
 * @param scoreMaximum the greatest value of its scale
 * @param resourceLinkId the link that it belongs to
 * @param resourceId the tool's own name of what is evaluated
 * @param tag the tool's own word for its kind
 * @param startsAt from when on something can be handed in
 * @param endsAt until when
 */
record LineItemBody(
    String label,
    BigDecimal scoreMaximum,
    Optional<String> resourceLinkId,
    Optional<String> resourceId,
    Optional<String> tag,
    Optional<Instant> startsAt,
    Optional<Instant> endsAt) {
  private static final int LONGEST = 255;

  /** Reads a line item; a fault ends the request with its place. */
  static LineItemBody read(Body body) {
    BigDecimal maximum =
        body.findNumber("scoreMaximum")
            .orElseThrow(() -> Body.fault("scoreMaximum", "is required"));
    if (maximum.signum() == 0) {
      throw Body.fault("scoreMaximum", "must be more than 0");
    }
    Optional<Instant> starts = body.findInstant("startDateTime");
    Optional<Instant> ends = body.findInstant("endDateTime");
    if (starts.isPresent() && ends.filter(end -> end.isBefore(starts.get())).isPresent()) {
      throw Body.fault("endDateTime", "must not lie before startDateTime");
    }
    return new LineItemBody(
        body.text("label").strip(),
        maximum,
        body.findText("resourceLinkId", LONGEST).filter(text -> !text.isEmpty()),
        body.findText("resourceId", LONGEST).filter(text -> !text.isEmpty()),
        body.findText("tag", LONGEST).filter(text -> !text.isEmpty()),
        starts,
        ends);
  }

  /**
   * The line item that it becomes.
   *
   * @param link the link that it names, or that it belonged to before
   */
  LtiLineItem as(UUID id, String sourcedId, UUID context, Optional<UUID> link) {
    return new LtiLineItem(
        id, sourcedId, context, label, scoreMaximum, link, resourceId, tag, startsAt, endsAt);
  }

  /** A line item as it is told to its tool. */
  static ObjectNode write(LtiLineItem item, Addresses addresses) {
    ObjectNode said = Json.mapper().createObjectNode();
    said.put("id", addresses.lineItem(item.context(), item.id()))
        .put("label", item.label())
        .put("scoreMaximum", plain(item.scoreMaximum()));
    item.resourceLink().ifPresent(link -> said.put("resourceLinkId", link.toString()));
    item.resourceId().ifPresent(text -> said.put("resourceId", text));
    item.tag().ifPresent(text -> said.put("tag", text));
    item.startsAt().ifPresent(time -> said.put("startDateTime", time.toString()));
    item.endsAt().ifPresent(time -> said.put("endDateTime", time.toString()));
    return said;
  }

  /** Without zeros at its end, and never with an exponent. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
