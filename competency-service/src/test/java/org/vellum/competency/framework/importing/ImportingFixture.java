package org.vellum.competency.framework.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.vellum.competency.catalogue.CataloguedItems;
import org.vellum.competency.framework.CaseObjects;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.FrameworkFixture;
import org.vellum.competency.framework.ReceivedPackages;
import org.vellum.competency.framework.StoredPackages;
import org.vellum.competency.mastery.AttainedItems;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.json.Json;
import org.vellum.testsupport.TestDatabase;

/** Plans, merges and revisions over a test's database, by a clock that goes on with every look. */
final class ImportingFixture {
  final FrameworkFixture framework;
  final Plans plans;
  final Previews previews;
  final Revisions revisions;
  final PlanImport planImport;
  final CarryOutPlan carryOutPlan;
  private final TestDatabase database;

  ImportingFixture(TestDatabase database) {
    this.database = database;
    framework = new FrameworkFixture(database);
    var jdbi = framework.jdbi;
    Clock clock = new Ticking();
    StoredPackages packages = new StoredPackages(jdbi);
    StoredObjects stored = new StoredObjects(jdbi);
    plans = new Plans(jdbi);
    previews =
        new Previews(
            plans,
            framework.frameworks,
            new Comparison(stored),
            stored,
            List.of(new AssociatedItems(jdbi), new CataloguedItems(jdbi), new AttainedItems(jdbi)),
            clock,
            FrameworkFixture.PLATFORM,
            FrameworkFixture.BOUNDS);
    revisions = new Revisions(jdbi, new ReceivedPackages(jdbi));
    planImport =
        new PlanImport(
            plans,
            framework.frameworks,
            packages,
            framework.ids,
            clock,
            FrameworkFixture.PLATFORM,
            FrameworkFixture.BOUNDS);
    carryOutPlan =
        new CarryOutPlan(
            plans,
            previews,
            framework.frameworks,
            framework.importing,
            packages,
            new MergedRows(jdbi),
            revisions,
            new AuditLog(jdbi, clock, FrameworkFixture.PLATFORM),
            clock);
  }

  PlanImport.Result planning(JsonNode whole) throws Exception {
    byte[] json = whole.toString().getBytes(UTF_8);
    return database.inTransaction(
        () -> planImport.plan(PlanImport.Received.of(json, false, "a file"), "rita"));
  }

  UUID planned(JsonNode whole) throws Exception {
    return ((PlanImport.Result.Planned) planning(whole)).plan();
  }

  CarryOutPlan.Result carryingOut(UUID plan) throws Exception {
    return database.inTransaction(() -> carryOutPlan.carryOut(plan, "rita"));
  }

  Previews.Preview preview(UUID plan) {
    return previews.find(plan, 100).orElseThrow();
  }

  /** Objects of a framework as they are served. */
  List<JsonNode> served(Framework framework, boolean items) throws Exception {
    List<JsonNode> all = new java.util.ArrayList<>();
    CaseObjects.Taker taker = json -> all.add(Json.mapper().readTree(json));
    if (items) {
      this.framework.objects.eachItem(framework, taker);
    } else {
      this.framework.objects.eachAssociation(framework, taker);
    }
    return all;
  }

  JsonNode received(UUID identifier) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ReceivedPackages(framework.jdbi).write(identifier, out);
    return Json.mapper().readTree(out.toByteArray());
  }

  static JsonNode unzipped(byte[] gzip) throws Exception {
    ObjectMapper mapper = Json.mapper();
    return mapper.readTree(new GZIPInputStream(new ByteArrayInputStream(gzip)));
  }

  /** A second passes with every look. */
  private static final class Ticking extends Clock {
    private Instant now = FrameworkFixture.NOW;

    @Override
    public Instant instant() {
      now = now.plus(Duration.ofSeconds(1));
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return InstantSource.fixed(now).withZone(zone);
    }
  }
}
