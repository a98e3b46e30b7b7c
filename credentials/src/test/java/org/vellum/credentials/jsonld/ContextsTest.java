package org.vellum.credentials.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.credentials.StandardsFiles;

class ContextsTest {

  @ParameterizedTest
  @CsvSource({
    ContextUrls.CREDENTIALS_V2 + ", contexts-cache/credentials-v2.jsonld",
    ContextUrls.CREDENTIALS_V1 + ", contexts-cache/2018-credentials-v1.jsonld",
    ContextUrls.OPEN_BADGES_3_0_3 + ", contexts-cache/ob-v3p0-3.0.3.json",
    ContextUrls.OPEN_BADGES_3_0_2 + ", contexts-cache/ob-v3p0-3.0.2.json",
    ContextUrls.OPEN_BADGES_3_0_1 + ", contexts-cache/ob-v3p0-3.0.1.json",
    ContextUrls.OPEN_BADGES_3_0 + ", contexts-cache/ob-v3p0.json",
    ContextUrls.OPEN_BADGES_EXTENSIONS + ", contexts-cache/ob-v3p0-extensions.json",
    ContextUrls.CLR_2_0_1 + ", contexts-cache/clr-v2p0-2.0.1.json",
    ContextUrls.CLR_2_0 + ", contexts-cache/clr-v2p0.json",
    ContextUrls.OPEN_BADGES_2_0 + ", contexts-cache/ob-v2p0.json",
    ContextUrls.ACCREDITATION_2_0
        + ", openbadges-3.0/extensions/issuerAccreditationExtension/v2p0/context.json",
    ContextUrls.ASSESSMENT_2_0
        + ", openbadges-3.0/extensions/assessmentExtension/v2p0/context.json",
    ContextUrls.DATA_INTEGRITY_V2 + ", w3c-vc/data-integrity/contexts/data-integrity-v2.jsonld",
    ContextUrls.DATA_INTEGRITY_V1 + ", contexts-cache/data-integrity-v1.jsonld",
    ContextUrls.ED25519_2020 + ", contexts-cache/suites-ed25519-2020.jsonld",
    ContextUrls.JWS_2020 + ", contexts-cache/suites-jws-2020.jsonld",
    ContextUrls.STATUS_LIST_2021 + ", w3c-vc/bitstring-status-list/contexts/2021/v1.jsonld",
    ContextUrls.STATUS_V1 + ", w3c-vc/bitstring-status-list/contexts/v1.jsonld",
    ContextUrls.DID_V1 + ", contexts-cache/did-v1.jsonld",
    ContextUrls.MULTIKEY_V1 + ", w3c-vc/data-integrity/contexts/multikey-v1.jsonld",
    ContextUrls.JWK_V1 + ", w3c-vc/data-integrity/contexts/jwk-v1.jsonld"
  })
  void each_table_says_exactly_what_the_published_context_says(String url, String file) {
    assertSaysTheSame(url, file);
  }

  @ParameterizedTest
  @CsvSource({
    "https://w3id.org/security/suites/ed25519-2018/v1,"
        + "contexts-cache/suites-ed25519-2018.jsonld",
    "https://w3id.org/security/suites/x25519-2019/v1," + "contexts-cache/suites-x25519-2019.jsonld",
    "https://w3id.org/security/v1," + "contexts-cache/security-v1.jsonld",
    "https://openbadgespec.org/extensions/accessibilityExtension/context-3.0.0.json,"
        + "openbadges-3.0/extensions/accessibilityExtension/context-3.0.0.json",
    "https://openbadgespec.org/extensions/applyLinkExtension/context-3.0.0.json,"
        + "openbadges-3.0/extensions/applyLinkExtension/context-3.0.0.json",
    "https://openbadgespec.org/extensions/geoCoordinatesExtension/context-3.0.0.json,"
        + "openbadges-3.0/extensions/geoCoordinatesExtension/context-3.0.0.json",
    "https://openbadgespec.org/extensions/licenseExtension/context-3.0.0.json,"
        + "openbadges-3.0/extensions/licenseExtension/context-3.0.0.json",
    "https://purl.imsglobal.org/spec/ob-accred/v2p0/context,"
        + "openbadges-3.0/extensions/issuerAccreditationExtension/v2p0/context.json",
    "https://purl.imsglobal.org/spec/ob-assessment/v2p0/context,"
        + "openbadges-3.0/extensions/assessmentExtension/v2p0/context.json"
  })
  void each_lesser_table_says_exactly_what_the_published_context_says(String url, String file) {
    assertSaysTheSame(url, file);
  }

  private static void assertSaysTheSame(String url, String file) {
    TermTable table = Contexts.standard().find(url).orElseThrow();

    assertThat(table.toJson()).isEqualTo(StandardsFiles.json(file).get("@context"));
  }

  @Test
  void every_known_context_is_compared_with_its_publication() {
    assertThat(Contexts.standard().all()).hasSize(30);
  }

  /** The context was published again in place, twice; a term that was there kept its meaning. */
  @Test
  void an_older_publication_of_the_context_of_open_badges_only_lacks_terms() {
    ObjectNode known =
        Contexts.standard().find(ContextUrls.OPEN_BADGES_3_0_3).orElseThrow().toJson();
    JsonNode older =
        StandardsFiles.json("openbadges-3.0/contexts/context-3.0.3.json").get("@context");

    known.remove(List.of("jti", "endorsementJwt"));

    assertThat(known).isEqualTo(older);
  }

  @Test
  void a_context_that_nobody_wrote_down_is_unknown() {
    assertThat(Contexts.standard().find("https://example.org/context")).isEmpty();
  }

  @Test
  void a_table_with_a_line_that_is_no_term_is_refused() {
    assertThatThrownBy(() -> TermTableReader.read("name https://schema.org/name"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_table_with_an_unknown_abbreviation_is_refused() {
    assertThatThrownBy(() -> TermTableReader.read("name = {schema}name"))
        .hasMessageContaining("{schema}");
  }

  @Test
  void a_table_with_a_term_twice_is_refused() {
    assertThatThrownBy(() -> TermTableReader.read("a > urn:a\na > urn:b"))
        .hasMessageContaining("twice");
  }
}
