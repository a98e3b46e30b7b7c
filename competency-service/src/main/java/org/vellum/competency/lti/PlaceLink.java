package org.vellum.competency.lti;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.lti.Contexts.LtiContext;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/** Places a link to a tool in a class, for tools that let nobody choose content. */
@UseCase
public class PlaceLink {
  private static final int LONGEST = 255;

  private final LtiTools tools;
  private final Contexts contexts;
  private final ResourceLinks links;
  private final PutLineItem putLineItem;
  private final AuditLog audit;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public PlaceLink(
      LtiTools tools,
      Contexts contexts,
      ResourceLinks links,
      PutLineItem putLineItem,
      AuditLog audit,
      Clock clock,
      Ids ids) {
    this.tools = tools;
    this.contexts = contexts;
    this.links = links;
    this.putLineItem = putLineItem;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * What is placed.
   *
   * @param deployment the deployment of the tool
   * @param classSourcedId the class
   * @param title what people call it
   * @param target where it leads; where the tool leads if nothing is said
   * @param scoreMaximum the greatest score; nothing is scored if there is none
   * @param evidences what the score is to evidence
   */
  public record Wanted(
      String deployment,
      String classSourcedId,
      String title,
      Optional<String> target,
      Optional<BigDecimal> scoreMaximum,
      Optional<PutLineItem.Evidences> evidences) {}

  /** What became of it. */
  public sealed interface Result {
    /** It is placed; whether what it is to evidence is in force. */
    record Placed(UUID link, boolean evidence) implements Result {}

    /** It is not, for this reason: a sentence for a person. */
    record Refused(String why) implements Result {}
  }

  /**
   * Places it.
   *
   * @param everywhere whether the person may do so in classes that others teach
   */
  public Result place(Wanted wanted, String person, boolean everywhere) {
    Optional<LtiTools.Deployment> deployment = tools.findDeployment(wanted.deployment());
    boolean may = everywhere || contexts.isTaughtBy(wanted.classSourcedId(), person);
    Optional<LtiContext> context =
        may ? contexts.ofClass(wanted.classSourcedId()) : Optional.empty();
    if (deployment.isEmpty() || context.isEmpty()) {
      return new Result.Refused("Choose a tool and one of your classes.");
    }
    if (wanted.title().isBlank() || wanted.title().length() > LONGEST) {
      return new Result.Refused("A title has 1 to 255 characters.");
    }
    if (wanted.target().filter(target -> !LtiTool.isAddress(target)).isPresent()) {
      return new Result.Refused("Where it leads is an address with https:// or http://.");
    }
    if (wanted.evidences().isPresent() && wanted.scoreMaximum().isEmpty()) {
      return new Result.Refused("A competency is evidenced by a score: give its maximum, too.");
    }
    return place(wanted, deployment.get(), context.get(), person);
  }

  private Result place(
      Wanted wanted, LtiTools.Deployment deployment, LtiContext context, String person) {
    LtiTool tool = tools.find(deployment.clientId()).orElseThrow();
    ResourceLinks.ResourceLink link =
        new ResourceLinks.ResourceLink(
            ids.next(),
            tool.clientId(),
            deployment.id(),
            context.id(),
            wanted.title().strip(),
            Optional.empty(),
            wanted.target().orElse(tool.targetLinkUri()),
            Map.of());
    links.add(link, person, clock.instant());
    audit.record(AuditEntry.of(person, "lti-link-placed", link.id().toString()));
    boolean evidence =
        wanted
            .scoreMaximum()
            .map(maximum -> {
              LtiLineItem item = lineItem(link, maximum);
              return putLineItem.put(context, tool.clientId(), item, wanted.evidences(), person);
            })
            .orElse(true);
    return new Result.Placed(link.id(), evidence);
  }

  private LtiLineItem lineItem(ResourceLinks.ResourceLink link, BigDecimal maximum) {
    UUID id = ids.next();
    return new LtiLineItem(
        id,
        LtiLineItem.sourcedId(id),
        link.context(),
        link.title(),
        maximum,
        Optional.of(link.id()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
