package org.vellum.credentials.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.credentials.verification.Documents;
import org.vellum.credentials.verification.Fetched;

class DocumentCacheTest {
  private static final URI URL = URI.create("https://issuer.example/status/1");
  private static final Instant START = Instant.parse("2026-06-01T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "'{}', 59, 1",
    "'{}', 60, 2",
    "'{\"credentialSubject\":{\"ttl\": 5000}}', 4, 1",
    "'{\"credentialSubject\":{\"ttl\": 5000}}', 5, 2",
    "'{\"credentialSubject\":{\"ttl\":86400000}}', 60, 2"
  })
  void a_document_is_kept_for_its_time_and_a_status_list_no_longer_than_it_asks(
      String body, int seconds, int fetches) {
    Instant[] now = {START};
    int[] fetched = {0};
    DocumentCache cache = new DocumentCache(Duration.ofMinutes(1), () -> now[0]);
    Documents documents =
        cache.before(url -> {
          fetched[0]++;
          return new Fetched.Found(body.getBytes(UTF_8), "application/json");
        });

    documents.fetch(URL);
    now[0] = START.plusSeconds(seconds);
    documents.fetch(URL);

    assertThat(fetched[0]).isEqualTo(fetches);
  }
}
