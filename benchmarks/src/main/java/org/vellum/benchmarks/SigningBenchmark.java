package org.vellum.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.vellum.credentials.clr.ClrCredential;
import org.vellum.credentials.clr.ClrSubject;
import org.vellum.credentials.key.DidWeb;
import org.vellum.credentials.key.Ed25519;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.openbadges.Achievement;
import org.vellum.credentials.openbadges.AchievementCredential;
import org.vellum.credentials.openbadges.AchievementSubject;
import org.vellum.credentials.openbadges.Criteria;
import org.vellum.credentials.openbadges.Profile;
import org.vellum.credentials.proof.EddsaRdfc2022;
import org.vellum.credentials.status.BitstringStatusList;
import org.vellum.credentials.verification.Documents;
import org.vellum.credentials.verification.Fetched;
import org.vellum.credentials.verification.Verdict;
import org.vellum.credentials.verification.Verifier;

/**
 * A record with 60 achievements: signing all 61 credentials, and verifying them with their status,
 * each against as many bare Ed25519 signatures of the same provider.
 */
@State(Scope.Benchmark)
public class SigningBenchmark {
  private static final int ACHIEVEMENTS = 60;
  private static final int SIGNATURES = ACHIEVEMENTS + 1;
  private static final Instant AT = Instant.parse("2026-05-01T12:00:00Z");
  private static final URI LIST = URI.create("https://university.example/status/1");
  private static final Profile ISSUER =
      Profile.builder("did:web:university.example").name("University").build();

  private final IssuerKey key = IssuerKey.generate("did:web:university.example");
  private final EddsaRdfc2022 suite = new EddsaRdfc2022();
  private final byte[] message = new byte[64];
  private final byte[] signature = Ed25519.sign(key.privateKey(), message);
  private final byte[] record = signRecord().toString().getBytes(UTF_8);
  private final Documents documents = documents();

  /** What is measured: from the achievements to the record, in which everything is signed. */
  @Benchmark
  public final ObjectNode signRecord() {
    List<ObjectNode> badges = IntStream.range(0, ACHIEVEMENTS).mapToObj(this::badge).toList();
    ClrSubject subject =
        new ClrSubject("urn:uuid:learner", List.of(), List.of(), badges, List.of());
    ClrCredential clr =
        ClrCredential.builder(
                "https://university.example/credentials/record",
                "Learner record",
                ISSUER,
                AT,
                subject)
            .build();
    return suite.sign(clr.toJson(), key, AT);
  }

  /** Its baseline. */
  @Benchmark
  public byte[] bareSignatures() {
    byte[] last = {};
    for (int each = 0; each < SIGNATURES; each++) {
      last = Ed25519.sign(key.privateKey(), message);
    }
    return last;
  }

  /** What is measured: from bytes to the verdict. */
  @Benchmark
  public Verdict verifyRecord() {
    Verdict verdict = new Verifier().verify(record, documents, AT.plusSeconds(60)).verdict();
    if (verdict != Verdict.VALID) {
      throw new IllegalStateException("the record of the benchmark is " + verdict);
    }
    return verdict;
  }

  /** Its baseline. */
  @Benchmark
  public boolean bareVerifications() {
    boolean genuine = true;
    for (int each = 0; each < SIGNATURES; each++) {
      genuine &= Ed25519.verify(key.publicKey(), message, signature);
    }
    if (!genuine) {
      throw new IllegalStateException("a signature of our own does not verify");
    }
    return genuine;
  }

  /** How large the record is, in bytes. */
  static int size() {
    return new SigningBenchmark().record.length;
  }

  private ObjectNode badge(int number) {
    Achievement achievement =
        Achievement.builder(
                "urn:uuid:achievement-" + number,
                "Competency " + number,
                "Explains a decision with data, and says what the data cannot tell.",
                Criteria.of("Two assessments at Proficient or above."))
            .build();
    AchievementCredential badge =
        AchievementCredential.builder(
                "https://university.example/credentials/" + number,
                "Competency " + number,
                ISSUER,
                AT,
                AchievementSubject.builder(achievement).id("urn:uuid:learner").build())
            .credentialStatus(BitstringStatusList.entry(LIST, number, "revocation"))
            .build();
    return suite.sign(badge.toJson(), key, AT);
  }

  private Documents documents() {
    ObjectNode list =
        BitstringStatusList.empty(BitstringStatusList.MINIMUM_LENGTH)
            .credential(LIST, key.controller(), "revocation", AT);
    byte[] signedList = suite.sign(list, key, AT).toString().getBytes(UTF_8);
    byte[] did =
        DidWeb.document(key.controller(), List.of(key.verificationKey()))
            .toString()
            .getBytes(UTF_8);
    return url -> new Fetched.Found(url.equals(LIST) ? signedList : did, "application/json");
  }
}
