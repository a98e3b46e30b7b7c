package org.vellum.credentials.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.vellum.credentials.baking.BakedBadge;
import org.vellum.credentials.jose.JwtCredential;
import org.vellum.credentials.jose.JwtFinding;
import org.vellum.credentials.jose.JwtRead;
import org.vellum.credentials.json.JsonRead;
import org.vellum.credentials.json.Pointer;
import org.vellum.credentials.json.StrictJson;
import org.vellum.credentials.jsonld.Canonicalizer;
import org.vellum.credentials.jsonld.Limits;
import org.vellum.credentials.proof.ProofSuites;
import org.vellum.credentials.selective.EcdsaSd2023;

/**
 * Judges a credential at an instant (Open Badges 3.0, section 8.2; CLR 2.0). It looks at nothing
 * but the bytes, the instant and the documents it is given, never throws for what a stranger
 * brings, and its work is bounded. Safe for use by many threads.
 */
public final class Verifier {
  private static final Pattern COMPACT_JWS =
      Pattern.compile("\\s*[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*\\s*");

  private final VerificationLimits limits;
  private final TrustedIssuers trusted;
  private final StrictJson json;
  private final ProofSuites suites = suites(new Canonicalizer());
  private final StructureCheck structure = new StructureCheck();

  /** Verifies within the default limits. */
  public Verifier() {
    this(VerificationLimits.DEFAULT);
  }

  /** Verifies within the given limits. */
  public Verifier(VerificationLimits limits) {
    this(limits, TrustedIssuers.none());
  }

  /**
   * Verifies within the given limits.
   *
   * @param trusted whom the caller trusts
   */
  public Verifier(VerificationLimits limits, TrustedIssuers trusted) {
    this.limits = limits;
    this.trusted = trusted;
    this.json = new StrictJson(limits.documentBytes(), Limits.DEFAULT.depth());
  }

  private static ProofSuites suites(Canonicalizer canonicalizer) {
    return new ProofSuites(canonicalizer).with(new EcdsaSd2023(canonicalizer));
  }

  /**
   * What is known about a document: a credential as JSON or as a token, or a PNG or SVG picture
   * into which one is baked.
   *
   * @param document the bytes as the stranger brought them
   * @param documents how to get keys and status lists
   * @param at the instant at which the credential is to hold
   */
  public VerificationReport verify(byte[] document, Documents documents, Instant at) {
    return switch (BakedBadge.extract(document)) {
      case BakedBadge.Found found -> credential(found.text().getBytes(UTF_8), documents, at);
      case BakedBadge.NoBadge none ->
          unread(
              Severity.COULD_NOT_BE_CHECKED,
              "no-credential",
              "",
              "the picture holds no credential");
      case BakedBadge.Unreadable other -> credential(document, documents, at);
    };
  }

  private VerificationReport credential(byte[] document, Documents documents, Instant at) {
    return switch (json.read(document)) {
      case JsonRead.Parsed parsed -> {
        Credential credential = new Credential(parsed.object(), Pointer.ROOT);
        yield OlderBadges.isAssertion(credential)
            ? older(documents, at).hosted(parsed.object())
            : judge(
                documents,
                at,
                (judge, tokens) -> judge.document(credential, parsed.unusualEncoding()));
      }
      case JsonRead.Faulty faulty when isCompactJws(document) -> token(document, documents, at);
      case JsonRead.Faulty(var code, var place, var message) ->
          unread(Severity.ERROR, code, place, message);
      case JsonRead.TooMuch(var code, var place, var message) ->
          unread(Severity.COULD_NOT_BE_CHECKED, code, place, message);
    };
  }

  /**
   * What is known about a document that is read from a stream, no further than the limit.
   *
   * @throws IOException if the stream cannot be read
   */
  public VerificationReport verify(InputStream document, Documents documents, Instant at)
      throws IOException {
    return verify(document.readNBytes(limits.documentBytes() + 1), documents, at);
  }

  private VerificationReport token(byte[] document, Documents documents, Instant at) {
    return switch (JwtCredential.read(new String(document, StandardCharsets.ISO_8859_1))) {
      case JwtRead.Unreadable(var findings) -> {
        JwtFinding first = findings.getFirst();
        yield unread(Severity.ERROR, first.code(), first.place(), first.message());
      }
      case JwtRead.Decoded(var jwt) -> {
        Credential credential = new Credential(jwt.credential(), Pointer.ROOT);
        yield OlderBadges.isAssertion(credential)
            ? older(documents, at).signed(jwt)
            : judge(
                documents,
                at,
                (judge, tokens) -> judge.token(credential, tokens.check(jwt, credential)));
      }
    };
  }

  private OlderBadges older(Documents documents, Instant at) {
    return new OlderBadges(new Library(documents, json, limits.fetches()), at);
  }

  private VerificationReport judge(
      Documents documents, Instant at, BiFunction<Judge, TokenCheck, VerificationReport> work) {
    Library library = new Library(documents, json, limits.fetches());
    Keys keys = new Keys(library);
    ProofCheck proofs = new ProofCheck(new SingleProof(suites, keys, at));
    TokenCheck tokens =
        new TokenCheck(keys, new Certificates(new Authorities(trusted.authorities()), at), at);
    StatusLists lists = new StatusLists(library, proofs, tokens, at, limits.statusListBytes());
    Judge judge =
        new Judge(
            structure,
            new SchemaCheck(library),
            proofs,
            tokens,
            new StatusCheck(lists, new RevocationLists(library)),
            new ResourceCheck(library),
            trusted,
            at,
            limits.nested());
    try {
      return work.apply(judge, tokens);
    } catch (RuntimeException e) {
      System.getLogger(Verifier.class.getName())
          .log(System.Logger.Level.ERROR, "a verification failed: " + e.getClass().getName());
      return unread(Severity.COULD_NOT_BE_CHECKED, "failed", "", "the verification itself failed");
    }
  }

  private static boolean isCompactJws(byte[] document) {
    return COMPACT_JWS.matcher(new String(document, StandardCharsets.ISO_8859_1)).matches();
  }

  private static VerificationReport unread(
      Severity severity, String code, String place, String message) {
    return Unread.report(severity, code, place, message, "");
  }
}
