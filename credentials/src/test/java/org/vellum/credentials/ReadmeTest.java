package org.vellum.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.key.DidWeb;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.openbadges.Achievement;
import org.vellum.credentials.openbadges.AchievementCredential;
import org.vellum.credentials.openbadges.AchievementSubject;
import org.vellum.credentials.openbadges.Criteria;
import org.vellum.credentials.openbadges.Profile;
import org.vellum.credentials.proof.EddsaRdfc2022;
import org.vellum.credentials.status.BitstringStatusList;
import org.vellum.credentials.verification.Check;
import org.vellum.credentials.verification.Documents;
import org.vellum.credentials.verification.Fetched;
import org.vellum.credentials.verification.Verdict;
import org.vellum.credentials.verification.VerificationReport;
import org.vellum.credentials.verification.Verifier;

/** The example of the README. */
class ReadmeTest {

  @Test
  void the_example_of_the_readme_works() {
    Instant now = Examples.NOW;
    URI listUrl = URI.create("https://university.example/status/1");
    Profile issuer = Profile.builder("did:web:university.example").name("University").build();
    AchievementSubject subject =
        AchievementSubject.builder(
                Achievement.builder("urn:x:1", "Explains", "Explains.", Criteria.of("Talk"))
                    .build())
            .id("urn:uuid:1")
            .build();

    IssuerKey key = IssuerKey.generate("did:web:university.example");
    AchievementCredential badge =
        AchievementCredential.builder(
                "https://university.example/credentials/1",
                "Explains decisions",
                issuer,
                now,
                subject)
            .credentialStatus(BitstringStatusList.entry(listUrl, 1, "revocation"))
            .build();
    ObjectNode signed = new EddsaRdfc2022().sign(badge.toJson(), key, now);

    VerificationReport report =
        new Verifier().verify(Examples.bytes(signed), documents(key, listUrl), now);
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.check(Check.Kind.PROOF).findings()).isEmpty();
    assertThat(report.nested()).isEmpty();
  }

  private static Documents documents(IssuerKey key, URI listUrl) {
    ObjectNode did = DidWeb.document(key.controller(), List.of(key.verificationKey()));
    ObjectNode list =
        BitstringStatusList.empty(BitstringStatusList.MINIMUM_LENGTH)
            .credential(listUrl, key.controller(), "revocation", Examples.ISSUED);
    ObjectNode signed = new EddsaRdfc2022().sign(list, key, Examples.ISSUED);
    return url ->
        new Fetched.Found(
            (url.equals(listUrl) ? signed : did).toString().getBytes(UTF_8), "application/json");
  }
}
