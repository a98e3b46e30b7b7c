package org.vellum.competency.lti.nrps;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vellum.competency.lti.Contexts.LtiContext;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.LtiTool;
import org.vellum.competency.lti.Members.Member;
import org.vellum.competency.lti.ResourceLinks.ResourceLink;
import org.vellum.competency.lti.launch.LaunchVariables;
import org.vellum.platform.json.Json;

/**
 * What a launch of a link would tell of each member (NRPS 2.0, section 3.2, {@code message}): the
 * custom parameters with the member's own values, for a tool that is asked about somebody who has
 * not launched it yet.
 *
 * @param tool the tool that asks
 * @param link its link
 * @param context the class in which it is
 */
record MemberMessage(LtiTool tool, ResourceLink link, LtiContext context) {

  /** Adds the message to what is said of a member. */
  void addTo(ObjectNode said, Member member) {
    ArrayNode messages = said.putArray("message");
    ObjectNode message = messages.addObject();
    message.put(Lti.CLAIM + "message_type", "LtiResourceLinkRequest");
    Map<String, String> custom = new HashMap<>(tool.custom());
    custom.putAll(link.custom());
    ObjectNode values = message.putObject(Lti.CLAIM + "custom");
    LaunchVariables.substituted(custom, claims(said, member), Optional.empty())
        .forEach(values::put);
  }

  /** The claims of the launch that variables stand for; names as far as the tool is told them. */
  private ObjectNode claims(ObjectNode said, Member member) {
    ObjectNode claims = Json.mapper().createObjectNode();
    claims.put("sub", member.id().toString());
    for (String name : new String[] {"name", "given_name", "family_name", "email"}) {
      if (said.has(name)) {
        claims.set(name, said.get(name));
      }
    }
    ArrayNode roles = claims.putArray(Lti.CLAIM + "roles");
    member.ltiRoles().forEach(roles::add);
    claims
        .putObject(Lti.CLAIM + "lis")
        .put("person_sourcedid", member.sourcedId())
        .put("course_section_sourcedid", context.classSourcedId());
    ObjectNode place = claims.putObject(Lti.CLAIM + "context");
    place.put("id", context.id().toString()).put("title", context.title());
    context.label().ifPresent(label -> place.put("label", label));
    ObjectNode resource = claims.putObject(Lti.CLAIM + "resource_link");
    resource.put("id", link.id().toString()).put("title", link.title());
    link.description().ifPresent(text -> resource.put("description", text));
    return claims;
  }
}
