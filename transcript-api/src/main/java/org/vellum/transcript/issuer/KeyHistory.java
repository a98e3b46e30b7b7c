package org.vellum.transcript.issuer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Component;

/** What the history of the issuer's keys says of the documents that they signed. */
@Component
public class KeyHistory {
  private final Issuer issuer;
  private final SigningKeys keys;

  @Inject
  public KeyHistory(Issuer issuer, SigningKeys keys) {
    this.issuer = issuer;
    this.keys = keys;
  }

  /**
   * Whether a document of this issuer is no longer to be believed: a key signed it that was
   * compromised by then. The keys are read now, once for all documents.
   *
   * @return tells it of a document exactly as signed, JSON with one Data Integrity proof
   */
  public Predicate<String> disbelieved() {
    Map<String, Instant> ends = new HashMap<>();
    for (SigningKey key : keys.list(issuer.did())) {
      key.compromise().ifPresent(each -> ends.put(key.verificationMethod(), each.since()));
    }
    return document -> !ends.isEmpty() && isDisbelieved(document, ends);
  }

  private static boolean isDisbelieved(String document, Map<String, Instant> ends) {
    try {
      JsonNode proof = Json.mapper().readTree(document).path("proof");
      Instant end = ends.get(proof.path("verificationMethod").asText());
      return end != null && !Instant.parse(proof.path("created").asText()).isBefore(end);
    } catch (JsonProcessingException | DateTimeParseException e) {
      throw new IllegalStateException("what was signed is kept as it was", e);
    }
  }
}
