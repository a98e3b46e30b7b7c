package org.vellum.transcript.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.status.BitstringStatusList;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.UseCase;
import org.vellum.transcript.issuer.Issuer;
import org.vellum.transcript.issuer.Signer;

/**
 * Gives a status list as a signed credential: the one signed last, unless a bit changed since, it
 * will soon be out of date, or another key signs now.
 */
@UseCase
public class SignStatusList {
  /** How long a reader may keep a list before asking again. */
  static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);

  /** How long a signed list holds: the longest that a withheld revocation can stay unseen. */
  private static final Duration VALIDITY = Duration.ofDays(2);

  private static final Duration LEAST_LEFT = Duration.ofDays(1);

  /**
   * How far back the list begins to hold: a list that is signed while somebody verifies, or for a
   * verifier whose clock is a little slow, must not begin in that verifier's future.
   */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

  private final StatusLists lists;
  private final Issuer issuer;
  private final Signer signer;
  private final Clock clock;

  @Inject
  public SignStatusList(StatusLists lists, Issuer issuer, Signer signer, Clock clock) {
    this.lists = lists;
    this.issuer = issuer;
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * The signed list.
   *
   * @param list its identifier
   * @return the BitstringStatusListCredential exactly as signed; empty if there is no such list
   */
  public Optional<String> sign(UUID list) {
    IssuerKey key = signer.key();
    Instant until = clock.instant().plus(LEAST_LEFT);
    Optional<String> signed = lists.findSigned(list, key.verificationMethod(), until);
    return signed.isPresent() ? signed : lists.lock(list).map(bits -> signed(list, bits, key));
  }

  private String signed(UUID list, BitstringStatusList bits, IssuerKey key) {
    Instant from = clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(CLOCK_SKEW);
    Instant until = from.plus(VALIDITY);
    ObjectNode credential =
        bits.credential(
            StatusEntry.address(issuer, list), issuer.did(), StatusLists.REVOCATION, from);
    credential.put("validUntil", until.toString());
    credential.withObject("/credentialSubject").put("ttl", TIME_TO_LIVE.toMillis());
    String document = text(signer.sign(credential, key, from));
    lists.keep(list, document, key.verificationMethod(), until);
    return document;
  }

  private static String text(ObjectNode credential) {
    try {
      return Json.mapper().writeValueAsString(credential);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written as JSON", e);
    }
  }
}
