package org.vellum.competency.lti.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.lti.LtiTool;
import org.vellum.competency.lti.tool.CourseContents.CourseMember;

/** A page that was read of a course. What a platform sends beside the standard is passed over. */
sealed interface CoursePage {
  int LONGEST = 255;
  BigDecimal LARGEST = new BigDecimal(1_000_000_000);

  /** Members (NRPS 2.0, section 2.3). */
  record OfMembers(List<CourseMember> members) implements CoursePage {}

  /** Line items (AGS 2.0, section 3.2). */
  record OfLineItems(List<RemoteLineItem> lineItems) implements CoursePage {}

  /** Results of one line item (AGS 2.0, section 3.3). */
  record OfResults(RemoteLineItem lineItem, List<RemoteResult> results) implements CoursePage {}

  /**
   * A result as the platform tells it.
   *
   * @param userId whose it is
   * @param score the score; empty if there is none
   * @param maximum the greatest value of its scale
   * @param comment the comment that learners see
   * @param timestamp when it was made, where the platform tells that beyond the standard
   */
  record RemoteResult(
      String userId,
      Optional<BigDecimal> score,
      BigDecimal maximum,
      Optional<String> comment,
      Optional<Instant> timestamp) {}

  /** Reads members. */
  static CoursePage members(JsonNode body) {
    List<CourseMember> members = new ArrayList<>();
    for (JsonNode member : body.path("members")) {
      text(member, "user_id")
          .ifPresent(user -> {
            List<String> roles = new ArrayList<>();
            member.path("roles").forEach(role -> roles.add(role.asText()));
            String status = text(member, "status").orElse("Active");
            members.add(
                new CourseMember(
                    user, text(member, "lis_person_sourcedid").orElse(user), status, roles));
          });
    }
    return new OfMembers(members);
  }

  /** Reads line items; one without an address, a label or a scale is passed over. */
  static CoursePage lineItems(JsonNode body) {
    List<RemoteLineItem> items = new ArrayList<>();
    for (JsonNode item : body) {
      String address = item.path("id").asText();
      Optional<BigDecimal> maximum = number(item, "scoreMaximum").filter(max -> max.signum() > 0);
      if (LtiTool.isAddress(address) && maximum.isPresent()) {
        items.add(
            new RemoteLineItem(
                new UUID(0, 0),
                address,
                text(item, "label").orElse(address),
                maximum.get(),
                text(item, "resourceId"),
                text(item, "tag"),
                Optional.empty()));
      }
    }
    return new OfLineItems(items);
  }

  /** Reads results. Without a maximum the scale ends at 1 (AGS 2.0, section 3.3.4.4). */
  static CoursePage results(JsonNode body, RemoteLineItem lineItem) {
    List<RemoteResult> results = new ArrayList<>();
    for (JsonNode result : body) {
      BigDecimal maximum =
          number(result, "resultMaximum").filter(max -> max.signum() > 0).orElse(BigDecimal.ONE);
      text(result, "userId")
          .ifPresent(user ->
              results.add(
                  new RemoteResult(
                      user,
                      number(result, "resultScore"),
                      maximum,
                      Optional.of(result.path("comment").asText())
                          .filter(comment -> !comment.isBlank() && comment.length() <= 10_000),
                      instant(result.path("timestamp").asText()))));
    }
    return new OfResults(lineItem, results);
  }

  private static Optional<String> text(JsonNode object, String name) {
    JsonNode node = object.path(name);
    return Optional.of(node.isNumber() ? node.asText() : node.isTextual() ? node.textValue() : "")
        .filter(text -> !text.isBlank() && text.length() <= LONGEST);
  }

  private static Optional<BigDecimal> number(JsonNode object, String name) {
    return Optional.of(object.path(name))
        .filter(JsonNode::isNumber)
        .map(JsonNode::decimalValue)
        .filter(number -> number.signum() >= 0 && number.compareTo(LARGEST) <= 0)
        .filter(number -> number.scale() <= 20);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
