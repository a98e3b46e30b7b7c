package org.vellum.competency.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.catalogue.change.AddEvidenceRule;
import org.vellum.competency.catalogue.change.AddPrerequisite;
import org.vellum.competency.catalogue.change.AddRelation;
import org.vellum.competency.catalogue.change.AnnounceCatalogue;
import org.vellum.competency.catalogue.change.AnnouncePrograms;
import org.vellum.competency.catalogue.change.AnnouncedPrograms;
import org.vellum.competency.catalogue.change.ChangeRequirements;
import org.vellum.competency.catalogue.change.EndPrerequisite;
import org.vellum.competency.catalogue.change.EndRelation;
import org.vellum.competency.catalogue.change.References;
import org.vellum.competency.catalogue.change.ReplaceCatalogue;
import org.vellum.competency.framework.FrameworkFixture;
import org.vellum.competency.framework.KnownItems;
import org.vellum.competency.framework.Packages;
import org.vellum.competency.roster.RosterFixture;
import org.vellum.competency.roster.RosterZip;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Together;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.time.Ids;
import org.vellum.testsupport.TestDatabase;

/** The catalogue as the container would put it together, over the roster and a framework. */
public final class CatalogueFixture {
  public final RosterFixture rosters;
  public final FrameworkFixture frameworks;
  public final Catalogue catalogue;
  public final CatalogueInForce inForce;
  public final Relations relations;
  public final Prerequisites prerequisites;
  private final TestDatabase database;
  private final AnnounceCatalogue announceCatalogue;
  private final ReplaceCatalogue replaceCatalogue;
  private final AddEvidenceRule addEvidenceRule;
  private final AddRelation addRelation;
  private final EndRelation endRelation;
  private final AddPrerequisite addPrerequisite;
  private final EndPrerequisite endPrerequisite;
  private final ChangeRequirements changeRequirements;

  public CatalogueFixture(TestDatabase database) {
    this.database = database;
    this.rosters = new RosterFixture(database);
    this.frameworks = new FrameworkFixture(database);
    Jdbi jdbi = rosters.jdbi;
    this.catalogue = new Catalogue(jdbi);
    Ids ids = new Ids(RosterFixture.CLOCK, new SecureRandom());
    this.relations = new Relations(jdbi, RosterFixture.CLOCK, ids);
    this.prerequisites = new Prerequisites(jdbi, RosterFixture.CLOCK, ids);
    this.inForce = new CatalogueInForce(jdbi, relations, prerequisites);
    KnownItems items = new KnownItems(jdbi);
    References references = new References(rosters.roster, items);
    CatalogueHistory history =
        new CatalogueHistory(jdbi, inForce, relations, prerequisites, RosterFixture.CLOCK, ids);
    AuditLog audit = RosterFixture.audit(jdbi);
    EventLog events = new EventLog(jdbi, RosterFixture.CLOCK);
    AnnouncedPrograms announced = new AnnouncedPrograms(jdbi);
    AnnouncePrograms programs = new AnnouncePrograms(rosters.roster, events, announced);
    this.announceCatalogue = new AnnounceCatalogue(inForce, announced, programs);
    this.replaceCatalogue =
        new ReplaceCatalogue(references, history, inForce, audit, events, programs);
    this.addRelation = new AddRelation(references, inForce, history, audit, events);
    this.endRelation = new EndRelation(relations, history, audit);
    this.addEvidenceRule = new AddEvidenceRule(addRelation);
    this.addPrerequisite = new AddPrerequisite(references, prerequisites, history, audit);
    this.endPrerequisite = new EndPrerequisite(history, audit);
    this.changeRequirements = new ChangeRequirements(references, inForce, history, audit, programs);
  }

  /** The rules in force on a line item of a course. */
  RulesInForce rulesOn(String lineItem, String course) {
    return Together.alone(
        rosters.jdbi, together -> catalogue.askRulesOn(together, Set.of(lineItem), Set.of(course)));
  }

  /** The small roster with a second line item, and a framework of twenty competencies. */
  public void fill(Path folder) throws Exception {
    rosters.imported(
        RosterZip.aRoster()
            .adding(
                "lineItems", "item-2,,,Second,,2025-09-01,2025-09-26,class,final,fall,1,4,school"),
        folder);
    frameworks.importing(Packages.ofItems(20).toString());
  }

  /** A competency of the framework, by its number from 1. */
  public static UUID competency(int number) {
    return UUID.fromString(Packages.item(number));
  }

  /** A catalogue that is good in every way. */
  public static ObjectNode aCatalogue() {
    ObjectNode catalogue = Json.mapper().createObjectNode();
    ObjectNode program = catalogue.putArray("programs").addObject();
    program.put("code", "CERT").put("title", "Certificate").put("effectiveFrom", "2025-08-25");
    program.putArray("courses").add("course");
    ObjectNode course = catalogue.putArray("courses").addObject();
    course.put("courseSourcedId", "course").put("credits", 2);
    course.putObject("completedBy").put("category", "final").put("threshold", 0.7);
    catalogue
        .putArray("evidence")
        .add(rule("lineItem", "item", 1, "0.80"))
        .add(rule("course", "course", 2, "1"));
    return catalogue;
  }

  /** A rule as it stands in a catalogue. */
  public static ObjectNode rule(String by, String sourcedId, int competency, String threshold) {
    return Json.mapper()
        .createObjectNode()
        .put(by, sourcedId)
        .put("competency", competency(competency).toString())
        .put("threshold", new BigDecimal(threshold));
  }

  public ReplaceCatalogue.Result replacing(JsonNode json) throws Exception {
    return replacing(json, inForce -> true);
  }

  /** Replaces one of the catalogues that the fingerprint lets through. */
  public ReplaceCatalogue.Result replacing(JsonNode json, Predicate<String> expected)
      throws Exception {
    return database.inTransaction(() -> replaceCatalogue.replace(json, expected, "registrar"));
  }

  /** Replaces by a catalogue that is expected to be taken. */
  public CatalogueHistory.Change replaced(JsonNode json) throws Exception {
    return switch (replacing(json)) {
      case ReplaceCatalogue.Result.Replaced(CatalogueHistory.Change change) -> change;
      case ReplaceCatalogue.Result.Refused(List<Finding> findings) ->
          throw new AssertionError("refused: " + findings);
      case ReplaceCatalogue.Result.Overtaken late -> throw new AssertionError(late.toString());
    };
  }

  /** Replaces by a catalogue that is expected to be refused; its findings. */
  public List<Finding> refused(JsonNode json) throws Exception {
    return switch (replacing(json)) {
      case ReplaceCatalogue.Result.Replaced(CatalogueHistory.Change change) ->
          throw new AssertionError("replaced: " + change);
      case ReplaceCatalogue.Result.Refused(List<Finding> findings) -> findings;
      case ReplaceCatalogue.Result.Overtaken late -> throw new AssertionError(late.toString());
    };
  }

  public AddEvidenceRule.Result adding(JsonNode json) throws Exception {
    return database.inTransaction(() -> addEvidenceRule.add(json, "registrar"));
  }

  public AddRelation.Result relating(JsonNode json) throws Exception {
    return database.inTransaction(() -> addRelation.add(json, "registrar"));
  }

  public AddPrerequisite.Result requiring(JsonNode json) throws Exception {
    return database.inTransaction(() -> addPrerequisite.add(json, "registrar"));
  }

  public boolean endingPrerequisite(UUID id) throws Exception {
    return database.inTransaction(() -> endPrerequisite.end(id, "registrar"));
  }

  public ChangeRequirements.Result changing(
      String code, Optional<UUID> seen, ChangeRequirements.Change change) throws Exception {
    return database.inTransaction(() -> changeRequirements.change(code, seen, change, "registrar"));
  }

  /** Announces what is due, as at the service's start. */
  public void announceAtStart() throws Exception {
    database.inTransaction(announceCatalogue::announce);
  }

  /** What was last announced to have begun; empty if nothing was. */
  public Optional<RulesBegun> lastBegun() {
    return rosters
        .jdbi
        .withHandle(handle ->
            handle
                .createQuery(
                    "select payload from platform.event where type = 'RulesBegun'"
                        + " order by position desc limit 1")
                .mapTo(String.class)
                .findFirst())
        .map(CatalogueFixture::begun);
  }

  private static RulesBegun begun(String payload) {
    try {
      return Json.mapper().readValue(payload, RulesBegun.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  public boolean ending(UUID rule) throws Exception {
    return database.inTransaction(() -> endRelation.end(rule, "registrar"));
  }

  /** The identifier of the rule in force for a competency. */
  public Optional<UUID> ruleFor(int competency) {
    return relations.inForce().entrySet().stream()
        .filter(entry -> entry.getValue().competency().equals(competency(competency)))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
