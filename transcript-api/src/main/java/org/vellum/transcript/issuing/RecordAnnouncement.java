package org.vellum.transcript.issuing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.vellum.contracts.EvaluationEvidence;
import org.vellum.contracts.PublishedAchievement;
import org.vellum.contracts.RecordPublished;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.issuer.Issuer;
import org.vellum.transcript.records.Attainments;

/** Tells the other services what a published record holds. */
@Component
class RecordAnnouncement {
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final Attainments attainments;
  private final Issuer issuer;
  private final EventLog events;

  @Inject
  RecordAnnouncement(Attainments attainments, Issuer issuer, EventLog events) {
    this.attainments = attainments;
    this.issuer = issuer;
    this.events = events;
  }

  /** Announces a record in the transaction that publishes it. */
  void announce(PublishedRecord record, List<IssuedAchievement> achievements) {
    Map<UUID, Achieved> facts = new HashMap<>();
    Stream.concat(
            attainments.listOf(record.learner()).stream()
                .map(each -> (Achieved) new Achieved.OfCompetency(each.fact())),
            attainments.listCompletionsOf(record.learner()).stream()
                .map(each -> (Achieved) new Achieved.OfCourse(each.fact())))
        .forEach(each -> facts.put(each.id(), each));
    RecordPublished published =
        new RecordPublished(
            record.id(),
            record.learner(),
            issuer.did(),
            issuer.name(),
            record.publishedAt(),
            achievements.stream()
                .map(each -> told(each, Objects.requireNonNull(facts.get(each.fact()))))
                .toList());
    events.announce(published, published.subject());
  }

  private static PublishedAchievement told(IssuedAchievement issued, Achieved achieved) {
    JsonNode document = tree(issued);
    return new PublishedAchievement(
        issued.id(),
        issued.title(),
        achieved instanceof Achieved.OfCompetency attained
            ? Optional.of(attained.fact().competency())
            : Optional.empty(),
        achieved instanceof Achieved.OfCourse completed
            ? Optional.of(completed.fact().courseSourcedId())
            : Optional.empty(),
        issued.achievedAt(),
        issued.issuedAt(),
        document.path("proof").path("verificationMethod").asText(),
        Optional.ofNullable(document.get("validUntil")).map(until -> Instant.parse(until.asText())),
        achieved.evidence().stream()
            .map(RecordAnnouncement::percent)
            .max(Comparator.naturalOrder()),
        achieved.evidence().stream().map(EvaluationEvidence::lineItemTitle).distinct().toList());
  }

  private static int percent(EvaluationEvidence evidence) {
    return evidence
        .score()
        .multiply(HUNDRED)
        .divide(evidence.scoreMaximum(), 0, RoundingMode.DOWN)
        .max(BigDecimal.ZERO)
        .min(HUNDRED)
        .intValueExact();
  }

  private static JsonNode tree(IssuedAchievement issued) {
    try {
      return Json.mapper().readTree(issued.credential());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was signed is kept as it was", e);
    }
  }
}
