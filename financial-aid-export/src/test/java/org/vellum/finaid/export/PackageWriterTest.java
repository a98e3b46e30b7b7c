package org.vellum.finaid.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.apicatalog.jcs.Jcs;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.credentials.jose.DetachedJws;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.records.ALearner;
import org.vellum.finaid.records.LearnerRecords;

class PackageWriterTest {

  @TempDir Path folder;

  @Test
  void the_manifest_is_signed_and_its_hash_is_given_for_the_next_run() throws Exception {
    PackageWriter.Published published = APackage.in(folder.resolve("ntpx"));
    byte[] manifest = Files.readAllBytes(published.folder().resolve("manifest.json"));
    String jws = Files.readString(published.folder().resolve("manifest.json.jws"));
    assertThat(DetachedJws.verify(jws, manifest, APackage.KEY.publicKey())).isTrue();
    assertThat(published.manifestSha256()).isEqualTo(sha256(manifest));
    assertThat(published.state()).isEqualTo(RunState.COMPLETED);
  }

  @Test
  void every_file_but_the_manifest_is_listed_with_its_size_and_hash() throws Exception {
    Path ntpx = APackage.in(folder.resolve("ntpx")).folder();
    List<String> listed =
        APackage.manifest(ntpx).path("files").findValuesAsText("name").stream().sorted().toList();
    try (var all = Files.walk(ntpx)) {
      assertThat(
              all.filter(Files::isRegularFile)
                  .map(file -> ntpx.relativize(file).toString().replace('\\', '/'))
                  .filter(name -> !name.startsWith("manifest.")))
          .containsExactlyInAnyOrderElementsOf(listed);
    }
    for (JsonNode file : APackage.manifest(ntpx).path("files")) {
      byte[] bytes = Files.readAllBytes(ntpx.resolve(file.path("name").asText()));
      assertThat(file.path("sha256").asText()).isEqualTo(sha256(bytes));
      assertThat(file.path("bytes").asLong()).isEqualTo(bytes.length);
    }
  }

  @Test
  void a_record_s_hash_is_over_its_canonical_json_as_another_library_writes_it() throws Exception {
    Path ntpx = APackage.in(folder.resolve("ntpx")).folder();
    for (String entity : Entities.ALL.stream().map(Entity::name).toList()) {
      BigInteger sum = BigInteger.ZERO;
      for (JsonNode line : APackage.lines(ntpx.resolve(entity + ".ndjson"))) {
        assertThat(canonical(line)).isEqualTo(line.toString());
        ObjectNode hashed = ((ObjectNode) line).deepCopy();
        hashed.remove(List.of("recordVersion", "recordHash"));
        String hash = sha256(canonical(hashed).getBytes(UTF_8));
        assertThat(line.path("recordHash").asText()).isEqualTo(hash);
        sum = sum.add(new BigInteger(hash, 16));
      }
      String content = String.format("%064x", sum.mod(BigInteger.TWO.pow(256)));
      for (JsonNode file : APackage.manifest(ntpx).path("files")) {
        if (file.path("name").asText().startsWith(entity + ".")) {
          assertThat(file.path("contentHash").asText()).isEqualTo(content);
        }
      }
    }
  }

  @Test
  void the_totals_can_be_counted_again_from_the_files() throws Exception {
    Path ntpx = APackage.in(folder.resolve("ntpx")).folder();
    List<JsonNode> periods = APackage.lines(ntpx.resolve("payment_period.ndjson"));
    JsonNode totals = APackage.manifest(ntpx).path("totals").path("payment_period");
    BigDecimal units =
        periods.stream()
            .map(period -> new BigDecimal(period.path("scheduledUnits").textValue()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(new BigDecimal(totals.path("sums").path("scheduledUnits").asText()))
        .isEqualByComparingTo(units)
        .isEqualByComparingTo("117");
    long open =
        periods.stream().filter(period -> period.path("state").asText().equals("OPEN")).count();
    assertThat(totals.path("counts").path("state").path("OPEN").asLong()).isEqualTo(open);
    assertThat(totals.path("exported").asInt()).isEqualTo(periods.size());
    assertThat(totals.path("selected").asInt()).isEqualTo(periods.size());
  }

  @Test
  void the_same_records_give_the_same_bytes() throws Exception {
    Path one = APackage.in(folder.resolve("one")).folder();
    Path other = APackage.in(folder.resolve("other")).folder();
    for (JsonNode file : APackage.manifest(one).path("files")) {
      String name = file.path("name").asText();
      assertThat(other.resolve(name)).as(name).hasSameBinaryContentAs(one.resolve(name));
    }
    assertThat(other.resolve("manifest.json")).hasSameBinaryContentAs(one.resolve("manifest.json"));
  }

  @Test
  void halves_stay_exact() throws Exception {
    Path ntpx = APackage.in(folder.resolve("ntpx")).folder();
    JsonNode first = APackage.lines(ntpx.resolve("payment_period.ndjson")).getFirst();
    assertThat(first.path("scheduledUnits").textValue()).isEqualTo("22.5");
    assertThat(first.path("f4UnitsNum").textValue()).isEqualTo("22.5");
    assertThat(first.path("f4UnitsDen").textValue()).isEqualTo("45");
    assertThat(first.path("citation").textValue()).isEqualTo("34 CFR 668.4(c)(2)(i)");
  }

  @Test
  void the_figures_of_a_withdrawal_and_of_progress_follow_from_the_facts() throws Exception {
    Path ntpx = APackage.in(folder.resolve("ntpx")).folder();
    JsonNode withdrawal = APackage.lines(ntpx.resolve("withdrawal.ndjson")).getFirst();
    // 22.5 units at 4 in 53 days: 298.125; with 105 days of 15 weeks scheduled.
    assertThat(withdrawal.path("scheduledDays").asInt()).isEqualTo(105);
    assertThat(withdrawal.path("totalDays").asInt()).isEqualTo(299);
    assertThat(withdrawal.path("percentCompleted").textValue()).isEqualTo("17.7");
    assertThat(withdrawal.path("pastSixtyPercent").asBoolean()).isFalse();
    JsonNode sap = APackage.lines(ntpx.resolve("sap_snapshot.ndjson")).getFirst();
    assertThat(sap.path("pacePercent").textValue()).isEqualTo("66.67");
  }

  @Test
  void a_bad_record_takes_those_that_belong_to_it_with_it_and_no_others() throws Exception {
    ALearner bad = ALearner.of("1");
    bad.id = "S\u0000";
    bad.statuses.clear();
    PackageWriter.Published published =
        APackage.of(
            folder.resolve("ntpx"),
            CsvProfile.PLAIN,
            APackage.program("Data practice"),
            List.of(bad.facts(), ALearner.of("2").facts()));
    Path ntpx = published.folder();
    assertThat(published.state()).isEqualTo(RunState.HELD);
    assertThat(APackage.lines(ntpx.resolve("payment_period.ndjson")))
        .isNotEmpty()
        .allSatisfy(period -> assertThat(period.path("enrollmentId").asText()).isEqualTo("E-2"));
    assertThat(Files.readString(ntpx.resolve("errors.csv")))
        .contains("VALUE_MISSING,ROW,enrollment,en:E-1,status,")
        .contains("TEXT_INVALID,ROW,enrollment,en:E-1,institutionStudentId,")
        .contains("REFERENCE_MISSING,ROW,payment_period,pp:E-1:1,enrollmentId,");
    JsonNode totals = APackage.manifest(ntpx).path("totals").path("enrollment");
    assertThat(totals.path("selected").asInt()).isEqualTo(2);
    assertThat(totals.path("exported").asInt()).isEqualTo(1);
    assertThat(totals.path("rejected").asInt()).isEqualTo(1);
    assertThat(APackage.manifest(ntpx).path("errorsByCode").path("TEXT_INVALID").asInt())
        .isEqualTo(3);
  }

  @Test
  void one_in_a_hundred_rejected_does_not_hold_a_run() throws Exception {
    List<LearnerFacts> learners = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      learners.add(ALearner.of("" + i).facts());
    }
    ALearner bad = ALearner.of("bad");
    bad.statuses.clear();
    learners.add(bad.facts());
    PackageWriter.Published published =
        APackage.of(
            folder.resolve("ntpx"), CsvProfile.PLAIN, APackage.program("Data practice"), learners);
    assertThat(published.state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
  }

  @Test
  void who_is_suppressed_is_counted_and_not_listed() throws Exception {
    Path ntpx = folder.resolve("ntpx");
    ALearner hidden = ALearner.of("1");
    hidden.suppressed = true;
    APackage.of(ntpx, CsvProfile.PLAIN, APackage.program("Data practice"), List.of(hidden.facts()));
    JsonNode totals = APackage.manifest(ntpx).path("totals").path("enrollment");
    assertThat(totals.path("selected").asInt()).isEqualTo(1);
    assertThat(totals.path("suppressed").asInt()).isEqualTo(1);
    assertThat(APackage.lines(ntpx.resolve("enrollment.ndjson"))).isEmpty();
  }

  @Test
  void what_was_not_published_leaves_nothing_behind() throws Exception {
    try (PackageWriter writer = APackage.writer(folder.resolve("ntpx"), CsvProfile.PLAIN)) {
      writer.write(
          LearnerRecords.by(
                  APackage.program("Data").catalogue(), ALearner.AS_OF, Ruleset.US_TIV_2025_1)
              .ofPrograms());
    }
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void a_package_is_never_written_over() throws Exception {
    APackage.in(folder.resolve("ntpx"));
    assertThatThrownBy(() -> APackage.in(folder.resolve("ntpx"))).isInstanceOf(IOException.class);
  }

  private static String canonical(JsonNode line) {
    try (JsonReader reader = Json.createReader(new StringReader(line.toString()))) {
      return Jcs.canonize(reader.readValue());
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
