package org.vellum.credentials.verification;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.vellum.credentials.json.Pointer;
import org.vellum.credentials.key.Multikey;

/**
 * The key to check a signature with, and what is known of its owner.
 *
 * @param method the name of the key as the signature gives it
 * @param key the key
 * @param controller whose it is; empty if that could not be told
 * @param binding how that is known
 */
record SigningKey(String method, PublicKey key, String controller, Signature.Binding binding) {

  /**
   * The two times that decide about a key that has ended.
   *
   * @param signed when the signature says that it was made
   * @param at the instant at which the credential is to hold
   */
  record When(Optional<Instant> signed, Instant at) {}

  /** The key by its name; whether it is the issuer's is found on the way. */
  static Optional<SigningKey> find(
      Keys keys, Credential credential, String method, When when, Pointer place, Findings issuer) {
    return switch (keys.find(method, credential.purpose())) {
      case Keys.Search.Bound bound -> {
        controls(bound.controller(), credential, place, issuer);
        bound.term().judge(when.signed(), when.at(), place.toString(), issuer);
        yield Optional.of(new SigningKey(method, bound.key(), bound.controller(), bound.binding()));
      }
      case Keys.Search.Unclaimed unclaimed ->
          Optional.of(brought(keys, credential, method, unclaimed.key(), when, place, issuer));
      case Keys.Search.Disowned disowned -> {
        issuer.invalid(disowned.code(), place, disowned.why());
        yield Keys.named(method).map(key -> unbound(method, key));
      }
      case Keys.Search.Unknown unknown -> {
        issuer.unknown(unknown.code(), place, unknown.why());
        yield Keys.named(method).map(key -> unbound(method, key));
      }
    };
  }

  private static void controls(
      String controller, Credential credential, Pointer place, Findings issuer) {
    Optional<String> speaker = credential.speaker();
    if (credential.isPresentation() && speaker.isEmpty()) {
      issuer.note("no-holder", place, "no holder is named; the key belongs to " + controller);
    } else if (!speaker.filter(controller::equals).isPresent()) {
      issuer.invalid(
          credential.isPresentation() ? "not-the-holders-key" : "not-the-issuers-key",
          place,
          "the key belongs to " + controller);
    }
  }

  /** A key that names no owner; it is the issuer's if the issuer's own document lists it. */
  static SigningKey brought(
      Keys keys,
      Credential credential,
      String method,
      PublicKey key,
      When when,
      Pointer place,
      Findings issuer) {
    Optional<Keys.Search> search =
        credential.speaker().map(id -> keys.ofIssuer(id, key, credential.purpose()));
    if (search.isPresent() && search.get() instanceof Keys.Search.Bound bound) {
      bound.term().judge(when.signed(), when.at(), place.toString(), issuer);
      return new SigningKey(method, key, bound.controller(), bound.binding());
    }
    if (search.isPresent() && search.get() instanceof Keys.Search.Disowned disowned) {
      issuer.invalid(disowned.code(), place, disowned.why());
    } else if (search.isPresent() && search.get() instanceof Keys.Search.Unknown unknown) {
      issuer.unknown(unknown.code(), place, unknown.why());
    } else {
      issuer.unknown("unclaimed-key", place, "nobody says whose the key is");
    }
    return unbound(method, key);
  }

  static SigningKey unbound(String method, PublicKey key) {
    return new SigningKey(method, key, "", Signature.Binding.NONE);
  }

  Signature signature(Pointer place, String suite, String covers, String digest) {
    return new Signature(
        place.toString(), suite, method, text(key), controller, binding, covers, digest);
  }

  /** A hash as reports tell it. */
  static String digest(byte[] bytes) {
    return "sha256:" + HexFormat.of().formatHex(sha256(bytes));
  }

  private static String text(PublicKey key) {
    try {
      return Multikey.encode(key);
    } catch (IllegalArgumentException e) {
      return digest(key.getEncoded());
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
