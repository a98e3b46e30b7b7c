package org.vellum.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vellum.credentials.key.Ed25519;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.start.Institution;
import org.vellum.start.PublicApi;

/**
 * Records of 60 achievements over HTTP: the registrar publishes one, a stranger has it verified;
 * each against as many bare Ed25519 operations. The records are those of learners whom no other
 * benchmark sends results for; each is published once, because publishing again changes nothing.
 */
final class PublishingBenchmark {
  private static final int ACHIEVEMENTS = 60;
  private static final int SIGNATURES = ACHIEVEMENTS + 1;
  private static final int WARM_UPS = 5;
  private static final Duration ARRIVAL = Duration.ofMinutes(2);
  private static final String LINE_ITEM = "lineitem-adp110-1";
  private static final List<String> LEARNERS =
      List.of(
          "siobhan",
          "meilin",
          "wulandari",
          "yusuf",
          "priya",
          "tomasz",
          "anais",
          "kwame",
          "leilani",
          "thao",
          "bjorn",
          "zoe",
          "dmytro",
          "fatima",
          "jonah",
          "ines",
          "rohan",
          "skyler");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Institution institution;
  private final List<String> competencies;
  private final IssuerKey key = IssuerKey.generate("did:web:university.example");
  private final byte[] message = new byte[64];

  /** Over a framework that the institution has imported. */
  PublishingBenchmark(Institution institution, JsonNode framework) {
    this.institution = institution;
    this.competencies =
        framework.get("CFItems").findValuesAsText("identifier").subList(0, ACHIEVEMENTS);
  }

  List<Figure> figures() throws Exception {
    institution.registrar().put("/competency/catalogue", "application/json", catalogue());
    PublicApi lms = institution.connectLms("Publishing LMS");
    for (String learner : LEARNERS) {
      Institution.send(lms, result(learner));
    }
    byte[] signature = Ed25519.sign(key.privateKey(), message);
    int rounds = LEARNERS.size() - WARM_UPS;
    long[][] times = new long[4][rounds];
    String size = "";
    for (int round = -WARM_UPS; round < rounds; round++) {
      String learner = "learner-" + LEARNERS.get(round + WARM_UPS);
      String internal = institution.await(learner, ACHIEVEMENTS, 0, ARRIVAL).learner();
      long begin = System.nanoTime();
      JsonNode published = institution.publish(internal);
      final long publishing = System.nanoTime() - begin;
      byte[] record = record(published);
      begin = System.nanoTime();
      JsonNode report =
          JSON.readTree(
              institution.registrar().post("/verify", "application/vc+ld+json", record).body());
      final long verifying = System.nanoTime() - begin;
      demand(report.get("verdict").asText().equals("valid"), report);
      size = record.length / 1_000 + " kB";
      if (round >= 0) {
        times[0][round] = publishing;
        times[1][round] = timeOf(() -> Ed25519.sign(key.privateKey(), message));
        times[2][round] = verifying;
        times[3][round] = timeOf(() -> Ed25519.verify(key.publicKey(), message, signature));
      }
    }
    double[] medians = Arrays.stream(times).mapToDouble(PublishingBenchmark::median).toArray();
    String baseline = " to 61 bare Ed25519 operations of " + Ed25519.providerName();
    return List.of(
        Figure.ofTimes(
            "Publishing a record with 60 achievements (" + size + ") over HTTP," + baseline,
            medians[0],
            medians[1]),
        Figure.ofTimes(
            "Verifying it over HTTP, status included," + baseline, medians[2], medians[3]));
  }

  private byte[] record(JsonNode published) throws Exception {
    String id = published.get("id").asText();
    String path = "/credentials/" + id.substring(id.lastIndexOf('/') + 1);
    String record = institution.registrar().get(path, "application/vc+ld+json").body();
    List<JsonNode> badges = new ArrayList<>();
    JSON.readTree(record).at("/credentialSubject/verifiableCredential").forEach(badges::add);
    demand(badges.size() == ACHIEVEMENTS, published);
    return record.getBytes(UTF_8);
  }

  private static void demand(boolean met, JsonNode answer) {
    if (!met) {
      throw new IllegalStateException("not what the benchmark measures: " + answer);
    }
  }

  private static long timeOf(Runnable operation) {
    long begin = System.nanoTime();
    for (int each = 0; each < SIGNATURES; each++) {
      operation.run();
    }
    return System.nanoTime() - begin;
  }

  private static long median(long[] times) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** One line item that evidences every competency. */
  private String catalogue() {
    ObjectNode catalogue = JSON.createObjectNode();
    catalogue.putArray("programs");
    catalogue.putArray("courses");
    ArrayNode evidence = catalogue.putArray("evidence");
    for (String competency : competencies) {
      evidence
          .addObject()
          .put("lineItem", LINE_ITEM)
          .put("competency", competency)
          .put("threshold", 0.75);
    }
    return catalogue.toString();
  }

  private JsonNode result(String learner) {
    ObjectNode result =
        JSON.createObjectNode()
            .put("sourcedId", "publishing-" + learner)
            .put("lineItem", LINE_ITEM)
            .put("student", "learner-" + learner)
            .put("score", 4)
            .put("scoreDate", "2026-05-01");
    ArrayNode objectives = result.putArray("learningObjectives");
    competencies.forEach(each -> objectives.addObject().put("id", each).put("score", 4));
    return result;
  }
}
