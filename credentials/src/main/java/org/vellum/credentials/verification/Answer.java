package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.vellum.credentials.json.Pointer;

/**
 * Whether a presentation answers what was asked.
 *
 * @param asked nothing, if nobody asked
 */
record Answer(Optional<Asked> asked) {

  /**
   * Looks at what the holder signed along.
   *
   * @param challenge the challenge as the holder wrote it
   * @param domain the domain, or an array of domains
   */
  void check(JsonNode challenge, JsonNode domain, Pointer place, Findings proof) {
    if (asked.isEmpty()) {
      proof.note(
          "not-asked", place, "no challenge was given out, so it may have been shown before");
      return;
    }
    if (!challenge.isTextual() || !challenge.textValue().equals(asked.get().challenge())) {
      proof.invalid("wrong-challenge", place, "made in answer to another challenge, or to none");
    }
    if (!names(domain, asked.get().domain())) {
      proof.invalid("wrong-domain", place, "made for another verifier, or for none by name");
    }
  }

  /** A presentation that nobody signed: harmless, unless it should have been an answer. */
  void unsigned(Credential presentation, Findings holder, Findings proof) {
    if (asked.isPresent()) {
      proof.invalid("unsigned", presentation.place(), "it carries no proof, and was to answer");
    } else {
      proof.note(
          "unsigned-presentation",
          presentation.place(),
          "it carries no proof, so anybody may show it; what is in it speaks for itself");
    }
    if (asked.isPresent() || presentation.speaker().isPresent()) {
      holder.unknown(
          "holder-unproven", presentation.place(), "without a proof nobody can tell who shows it");
    }
  }

  private static boolean names(JsonNode domain, String own) {
    if (!domain.isArray()) {
      return domain.isTextual() && domain.textValue().equals(own);
    }
    for (JsonNode each : domain) {
      if (each.isTextual() && each.textValue().equals(own)) {
        return true;
      }
    }
    return false;
  }
}
