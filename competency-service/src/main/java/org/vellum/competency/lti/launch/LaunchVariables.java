package org.vellum.competency.lti.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.LtiLineItem;

/**
 * Variables in custom parameters (LTI 1.3, section 5.4.6.1 and appendix C). Each stands for what a
 * claim of the same message says, so that a tool learns by none of them what it is not told
 * otherwise; what is not known, or not told to this tool, stays as it was written.
 */
public final class LaunchVariables {
  private static final String CONTEXT = Lti.CLAIM + "context";
  private static final String LINK = Lti.CLAIM + "resource_link";
  private static final String LIS = Lti.CLAIM + "lis";
  private static final String PLATFORM = Lti.CLAIM + "tool_platform";
  private static final String PRESENTATION = Lti.CLAIM + "launch_presentation";

  private static final Map<String, Claim> CLAIMS =
      Map.ofEntries(
          Map.entry("User.id", new Claim("sub", "")),
          Map.entry("Person.sourcedId", new Claim(LIS, "person_sourcedid")),
          Map.entry("Person.name.full", new Claim("name", "")),
          Map.entry("Person.name.given", new Claim("given_name", "")),
          Map.entry("Person.name.family", new Claim("family_name", "")),
          Map.entry("Person.email.primary", new Claim("email", "")),
          Map.entry("Membership.role", new Claim(Lti.CLAIM + "roles", "")),
          Map.entry("Context.id", new Claim(CONTEXT, "id")),
          Map.entry("Context.type", new Claim(CONTEXT, "type")),
          Map.entry("Context.label", new Claim(CONTEXT, "label")),
          Map.entry("Context.title", new Claim(CONTEXT, "title")),
          Map.entry("Context.sourcedId", new Claim(LIS, "course_section_sourcedid")),
          Map.entry("CourseSection.sourcedId", new Claim(LIS, "course_section_sourcedid")),
          Map.entry("CourseSection.label", new Claim(CONTEXT, "label")),
          Map.entry("CourseSection.title", new Claim(CONTEXT, "title")),
          Map.entry("ResourceLink.id", new Claim(LINK, "id")),
          Map.entry("ResourceLink.title", new Claim(LINK, "title")),
          Map.entry("ResourceLink.description", new Claim(LINK, "description")),
          Map.entry("Message.documentTarget", new Claim(PRESENTATION, "document_target")),
          Map.entry("Message.returnUrl", new Claim(PRESENTATION, "return_url")),
          Map.entry("ToolPlatform.productFamilyCode", new Claim(PLATFORM, "product_family_code")),
          Map.entry("ToolPlatformInstance.guid", new Claim(PLATFORM, "guid")),
          Map.entry("ToolPlatformInstance.name", new Claim(PLATFORM, "name")));

  private LaunchVariables() {}

  /** Where in a message it is said: a claim, or a member of one. */
  private record Claim(String name, String member) {
    Optional<String> in(ObjectNode claims) {
      JsonNode value = member.isEmpty() ? claims.path(name) : claims.path(name).path(member);
      if (value.isArray()) {
        return Optional.of(
            StreamSupport.stream(value.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(",")));
      }
      return Optional.of(value).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }
  }

  /**
   * The parameters with their variables replaced.
   *
   * @param claims the message so far
   * @param lineItem the one line item of the link, whose dates variables tell (AGS 2.0, section
   *     3.2)
   */
  public static Map<String, String> substituted(
      Map<String, String> custom, ObjectNode claims, Optional<LtiLineItem> lineItem) {
    Map<String, String> values = new HashMap<>();
    custom.forEach((name, value) ->
        values.put(
            name,
            value.startsWith("$")
                ? value(value.substring(1), claims, lineItem).orElse(value)
                : value));
    return values;
  }

  private static Optional<String> value(
      String variable, ObjectNode claims, Optional<LtiLineItem> lineItem) {
    return switch (variable) {
      case "ResourceLink.submission.startDateTime" ->
          lineItem.flatMap(LtiLineItem::startsAt).map(Instant::toString);
      case "ResourceLink.submission.endDateTime" ->
          lineItem.flatMap(LtiLineItem::endsAt).map(Instant::toString);
      default -> Optional.ofNullable(CLAIMS.get(variable)).flatMap(claim -> claim.in(claims));
    };
  }
}
