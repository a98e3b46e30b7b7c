package org.vellum.competency.lti.deeplinking;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.lti.Contexts;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.LtiLineItem;
import org.vellum.competency.lti.LtiTool;
import org.vellum.competency.lti.PutLineItem;
import org.vellum.competency.lti.ResourceLinks;
import org.vellum.competency.lti.launch.Launch;
import org.vellum.competency.lti.launch.Launches;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.jose.Claims;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/** Places the content that somebody chose in the class for which it was chosen. */
@UseCase
public class AcceptContent {
  private static final Duration GOOD_FOR = Duration.ofHours(2);
  private static final int MOST = 50;
  private static final BigDecimal USUAL_MAXIMUM = new BigDecimal(100);

  private final Launches launches;
  private final Contexts contexts;
  private final ResourceLinks links;
  private final PutLineItem putLineItem;
  private final AuditLog audit;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public AcceptContent(
      Launches launches,
      Contexts contexts,
      ResourceLinks links,
      PutLineItem putLineItem,
      AuditLog audit,
      Clock clock,
      Ids ids) {
    this.launches = launches;
    this.contexts = contexts;
    this.links = links;
    this.putLineItem = putLineItem;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** What became of it. */
  public sealed interface Result {
    /** So many links are placed; whether what they are to evidence is in force. */
    record Placed(int links, boolean evidence) implements Result {}

    /** Nothing is placed, for this reason: a sentence for a person. */
    record Refused(String why) implements Result {}
  }

  /**
   * Places it.
   *
   * @param claims of the answer, whose signature and times are verified
   */
  public Result accept(LtiTool tool, Claims claims) {
    List<ContentItem> items = new ArrayList<>();
    JsonNode sent = claims.json().path(Lti.DEEP_LINKING + "content_items");
    for (JsonNode item : sent) {
      if (item.path("type").asText().equals("ltiResourceLink")) {
        ContentItem.read(item, tool).ifPresent(items::add);
      }
    }
    if (items.isEmpty() || items.size() > MOST) {
      return refused(
          sent.isEmpty()
              ? claims.text(Lti.DEEP_LINKING + "errormsg").orElse("Nothing was chosen.")
              : "What was chosen is no content of the tool that could be placed here.");
    }
    Instant now = clock.instant();
    Optional<Launch> launch =
        launches.takeAnswer(
            claims.text(Lti.DEEP_LINKING + "data").orElse(""),
            tool.clientId(),
            claims.text(Lti.CLAIM + "deployment_id").orElse(""),
            now.minus(GOOD_FOR),
            now);
    Optional<Contexts.LtiContext> context = launch.flatMap(each -> contexts.find(each.context()));
    if (launch.isEmpty() || context.isEmpty()) {
      return refused("The choice was placed before, is too old, or was never begun here.");
    }
    if (launch.get().evidences().isPresent() && items.size() > 1) {
      return refused("One piece of content evidences a competency; several were chosen.");
    }
    boolean evidence = true;
    for (ContentItem item : items) {
      evidence &= place(tool, launch.get(), context.get(), item, now);
    }
    return new Result.Placed(items.size(), evidence);
  }

  private boolean place(
      LtiTool tool, Launch launch, Contexts.LtiContext context, ContentItem item, Instant now) {
    ResourceLinks.ResourceLink link =
        new ResourceLinks.ResourceLink(
            ids.next(),
            tool.clientId(),
            launch.deployment(),
            context.id(),
            item.title(),
            item.text(),
            item.url(),
            item.custom());
    links.add(link, launch.person(), now);
    audit.record(AuditEntry.of(launch.person(), "lti-link-placed", link.id().toString()));
    if (item.lineItem().isEmpty() && launch.evidences().isEmpty()) {
      return true;
    }
    return putLineItem.put(
        context,
        tool.clientId(),
        lineItem(item, link.id(), context.id()),
        launch.evidences(),
        launch.person());
  }

  private LtiLineItem lineItem(ContentItem item, UUID link, UUID context) {
    UUID id = ids.next();
    Optional<ContentItem.Scored> scored = item.lineItem();
    return new LtiLineItem(
        id,
        LtiLineItem.sourcedId(id),
        context,
        scored.flatMap(ContentItem.Scored::label).orElse(item.title()),
        scored.map(ContentItem.Scored::scoreMaximum).orElse(USUAL_MAXIMUM),
        Optional.of(link),
        scored.flatMap(ContentItem.Scored::resourceId),
        scored.flatMap(ContentItem.Scored::tag),
        Optional.empty(),
        Optional.empty());
  }

  private static Result refused(String why) {
    return new Result.Refused(why);
  }
}
