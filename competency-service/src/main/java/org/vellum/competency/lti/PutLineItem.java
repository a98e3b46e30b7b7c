package org.vellum.competency.lti;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.catalogue.change.AddEvidenceRule;
import org.vellum.competency.lti.Contexts.LtiContext;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.UseCase;

/** Makes a line item for a tool, or replaces one of its own. */
@UseCase
public class PutLineItem {
  private final LtiLineItems lineItems;
  private final AddEvidenceRule addEvidenceRule;
  private final Clock clock;

  @Inject
  public PutLineItem(LtiLineItems lineItems, AddEvidenceRule addEvidenceRule, Clock clock) {
    this.lineItems = lineItems;
    this.addEvidenceRule = addEvidenceRule;
    this.clock = clock;
  }

  /**
   * What a line item is to evidence.
   *
   * @param competency identifier of the CFItem
   * @param threshold share of the scale that is enough
   */
  public record Evidences(UUID competency, BigDecimal threshold) {
    /** Adds the rule for a line item, as it would stand in a catalogue; whether it is in force. */
    public boolean comeIntoForce(AddEvidenceRule rules, String lineItem, String actor) {
      ObjectNode rule =
          Json.mapper()
              .createObjectNode()
              .put("competency", competency.toString())
              .put("lineItem", lineItem)
              .put("threshold", threshold);
      return !(rules.add(rule, actor) instanceof AddEvidenceRule.Result.Refused);
    }
  }

  /**
   * Makes it, or replaces it if this tool has it in this class.
   *
   * @param item as it is to be
   * @param evidences what a new one is to evidence
   * @param actor who does it
   * @return whether what it evidences is in force, too; true if it evidences nothing
   */
  public boolean put(
      LtiContext context,
      String clientId,
      LtiLineItem item,
      Optional<Evidences> evidences,
      String actor) {
    Instant now = clock.instant();
    if (lineItems.find(context.id(), clientId, item.id()).isPresent()) {
      lineItems.replace(item, now);
      return true;
    }
    lineItems.addToRoster(
        new LtiLineItems.NewRow(
            item.sourcedId(),
            item.label(),
            context.classSourcedId(),
            item.scoreMaximum(),
            item.startsAt(),
            item.endsAt(),
            evidences.map(Evidences::competency)),
        now);
    lineItems.add(item, clientId, now);
    return evidences
        .map(each -> each.comeIntoForce(addEvidenceRule, item.sourcedId(), actor))
        .orElse(true);
  }
}
