package org.vellum.competency.catalogue.change;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.vellum.competency.catalogue.CatalogueDocument;
import org.vellum.competency.catalogue.CatalogueHistory;
import org.vellum.competency.catalogue.CatalogueInForce;
import org.vellum.competency.catalogue.RulesBegun;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.UseCase;

/** Puts a new catalogue in force from now on, as a whole or not at all. */
@UseCase
public class ReplaceCatalogue {
  private final References references;
  private final CatalogueHistory history;
  private final CatalogueInForce inForce;
  private final AuditLog audit;
  private final EventLog events;
  private final AnnouncePrograms programs;

  @Inject
  public ReplaceCatalogue(
      References references,
      CatalogueHistory history,
      CatalogueInForce inForce,
      AuditLog audit,
      EventLog events,
      AnnouncePrograms programs) {
    this.references = references;
    this.history = history;
    this.inForce = inForce;
    this.audit = audit;
    this.events = events;
    this.programs = programs;
  }

  /** How it ends. */
  public sealed interface Result {
    /** The catalogue is in force. */
    record Replaced(CatalogueHistory.Change change) implements Result {}

    /** The catalogue was refused for these faults, and the one before stays in force. */
    record Refused(List<Finding> findings) implements Result {}

    /** Another catalogue came into force since the one that was looked at. */
    record Overtaken(CatalogueDocument theirs) implements Result {}
  }

  /**
   * Replaces the catalogue.
   *
   * @param json what was sent
   * @param expected decides by the {@linkplain CatalogueDocument#fingerprint fingerprint} of the
   *     catalogue in force whether it is one that was looked at
   * @param actor who does it
   */
  public Result replace(JsonNode json, Predicate<String> expected, String actor) {
    Findings findings = new Findings();
    CatalogueReader reader = new CatalogueReader(findings);
    CatalogueDocument document = reader.read(json);
    if (findings.isEmpty()) {
      references.check(document, reader.places(), findings);
    }
    if (!findings.isEmpty()) {
      return new Result.Refused(findings.list());
    }
    history.lock();
    CatalogueDocument before = inForce.document();
    if (!expected.test(before.fingerprint())) {
      return new Result.Overtaken(before);
    }
    CatalogueHistory.Change change = history.replaceBy(document);
    audit.record(
        AuditEntry.of(
            actor,
            "catalogue-replaced",
            "catalogue",
            Map.of(
                "begun", Integer.toString(change.begun()),
                "ended", Integer.toString(change.ended()))));
    programs.changed(before, document);
    RulesBegun.between(before, document)
        .ifPresent(begun -> events.announce(begun, RulesBegun.SUBJECT));
    return new Result.Replaced(change);
  }
}
