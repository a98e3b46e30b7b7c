package org.vellum.credentials.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.vellum.credentials.baking.BakedBadge;
import org.vellum.credentials.clr1.SignedClr;
import org.vellum.credentials.jose.EmbeddedTokens;
import org.vellum.credentials.jose.JwtCredential;
import org.vellum.credentials.jose.JwtFinding;
import org.vellum.credentials.jose.JwtPresentation;
import org.vellum.credentials.jose.JwtRead;
import org.vellum.credentials.json.JsonRead;
import org.vellum.credentials.json.Pointer;
import org.vellum.credentials.json.StrictJson;
import org.vellum.credentials.jsonld.Canonicalizer;
import org.vellum.credentials.jsonld.Limits;
import org.vellum.credentials.openbadges2.AssertionCheck;
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
    return verify(document, new Hearing(documents, at, Optional.empty()));
  }

  /**
   * What is known about a presentation that a holder was asked for; of other documents the same as
   * without a question.
   *
   * @param asked what the holder was to sign along
   */
  public VerificationReport verify(byte[] document, Documents documents, Instant at, Asked asked) {
    return verify(document, new Hearing(documents, at, Optional.of(asked)));
  }

  /** What one verification is given besides the document. */
  private record Hearing(Documents documents, Instant at, Optional<Asked> asked) {}

  /** Who judges what, in one verification. */
  private record Bench(Judge judge, TokenCheck tokens, PresentationCheck presentations) {}

  private VerificationReport verify(byte[] document, Hearing hearing) {
    return switch (BakedBadge.extract(document)) {
      case BakedBadge.Found found -> credential(found.text().getBytes(UTF_8), hearing);
      case BakedBadge.NoBadge none ->
          unread(
              Severity.COULD_NOT_BE_CHECKED,
              "no-credential",
              "",
              "the picture holds no credential");
      case BakedBadge.Unreadable other -> credential(document, hearing);
    };
  }

  private VerificationReport credential(byte[] document, Hearing hearing) {
    return switch (json.read(document)) {
      case JsonRead.Parsed parsed -> object(parsed.object(), parsed.unusualEncoding(), hearing);
      case JsonRead.Faulty faulty when isCompactJws(document) -> token(text(document), hearing);
      case JsonRead.Faulty(var code, var place, var message) ->
          unread(Severity.ERROR, code, place, message);
      case JsonRead.TooMuch(var code, var place, var message) ->
          unread(Severity.COULD_NOT_BE_CHECKED, code, place, message);
    };
  }

  private VerificationReport object(ObjectNode object, String unusualEncoding, Hearing hearing) {
    Credential credential = new Credential(object, Pointer.ROOT);
    Optional<String> shown = EmbeddedTokens.findPresentation(object);
    if (shown.isPresent()) {
      return token(shown.get(), hearing);
    }
    if (credential.saysPresentation()) {
      return judge(hearing, bench -> bench.presentations().document(object, unusualEncoding));
    }
    Optional<String> voucher = SignedClr.voucher(object);
    if (voucher.isPresent()) {
      return olderRecords(hearing).hosted(object, voucher.get());
    }
    return AssertionCheck.isAssertion(object)
        ? olderBadges(hearing).hosted(object)
        : judge(hearing, bench -> bench.judge().document(credential, unusualEncoding));
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

  private VerificationReport token(String compact, Hearing hearing) {
    Optional<JwtPresentation> shown = JwtPresentation.read(compact);
    if (shown.isPresent()) {
      return judge(hearing, bench -> bench.presentations().token(shown.get()));
    }
    return switch (JwtCredential.read(compact)) {
      case JwtRead.Unreadable(var findings) -> {
        JwtFinding first = findings.getFirst();
        yield unread(Severity.ERROR, first.code(), first.place(), first.message());
      }
      case JwtRead.Decoded(var jwt) -> token(compact, jwt, hearing);
    };
  }

  private VerificationReport token(String compact, JwtCredential jwt, Hearing hearing) {
    ObjectNode object = jwt.credential();
    Optional<String> voucher = SignedClr.voucher(object);
    if (voucher.isPresent()) {
      return olderRecords(hearing).signed(compact, object, voucher.get());
    }
    if (AssertionCheck.isAssertion(object)) {
      return olderBadges(hearing).signed(compact, object);
    }
    Credential credential = new Credential(object, Pointer.ROOT);
    return judge(
        hearing, bench -> bench.judge().token(credential, bench.tokens().check(jwt, credential)));
  }

  private Library library(Hearing hearing) {
    return new Library(hearing.documents(), json, limits.fetches());
  }

  private OlderBadges olderBadges(Hearing hearing) {
    return new OlderBadges(library(hearing), hearing.at());
  }

  private OlderRecords olderRecords(Hearing hearing) {
    return new OlderRecords(library(hearing), hearing.at(), limits.nested());
  }

  private VerificationReport judge(Hearing hearing, Function<Bench, VerificationReport> work) {
    try {
      return work.apply(bench(hearing));
    } catch (RuntimeException e) {
      System.getLogger(Verifier.class.getName())
          .log(System.Logger.Level.ERROR, "a verification failed: " + e.getClass().getName());
      return unread(Severity.COULD_NOT_BE_CHECKED, "failed", "", "the verification itself failed");
    }
  }

  private Bench bench(Hearing hearing) {
    Instant at = hearing.at();
    Library library = library(hearing);
    Keys keys = new Keys(library);
    Answer answer = new Answer(hearing.asked());
    ProofCheck proofs = new ProofCheck(new SingleProof(suites, keys, answer, at));
    TokenCheck tokens =
        new TokenCheck(
            keys, new Certificates(new Authorities(trusted.authorities()), at), proofs, at);
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
    return new Bench(judge, tokens, new PresentationCheck(judge, proofs, tokens, answer, at));
  }

  private static boolean isCompactJws(byte[] document) {
    return COMPACT_JWS.matcher(text(document)).matches();
  }

  private static String text(byte[] document) {
    return new String(document, StandardCharsets.ISO_8859_1);
  }

  private static VerificationReport unread(
      Severity severity, String code, String place, String message) {
    return Unread.report(severity, code, place, message, "");
  }
}
