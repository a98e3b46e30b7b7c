package org.vellum.transcript.issuing;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vellum.contracts.EvaluationEvidence;
import org.vellum.contracts.PublishedAchievement;
import org.vellum.contracts.RecordPublished;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.issuer.Issuer;

/** Tells the other services what a published record holds. */
@Component
class RecordAnnouncement {
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final Issuer issuer;
  private final EventLog events;

  @Inject
  RecordAnnouncement(Issuer issuer, EventLog events) {
    this.issuer = issuer;
    this.events = events;
  }

  /**
   * Announces a record in the transaction that publishes it.
   *
   * @param achievements the credentials in it
   * @param standing what stands, all that they are about among it
   */
  void announce(
      PublishedRecord record, List<IssuedAchievement> achievements, List<Achieved> standing) {
    Map<UUID, Achieved> facts =
        standing.stream().collect(Collectors.toMap(Achieved::id, Function.identity()));
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
    JsonNode document = RecordSigning.tree(issued);
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
}
