package org.vellum.credentials.verification;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import org.vellum.credentials.json.StrictJson;
import org.vellum.credentials.jsonld.Limits;

/**
 * Whether a key that came without the name of its owner is an issuer's, as with the signature of a
 * page around a credential. The issuer's own document has to list it.
 */
public final class IssuerKeys {
  private final VerificationLimits limits;

  /** Looks within the given limits. */
  public IssuerKeys(VerificationLimits limits) {
    this.limits = limits;
  }

  /**
   * What speaks against the key, leaves open whose it is, or is worth knowing of its end; nothing
   * if it is the issuer's.
   *
   * @param key the key that signed
   * @param issuer a DID or an https address
   * @param documents how to get the issuer's document
   * @param signed when the signature says that it was made; none if it does not say
   * @param at the instant at which the key is to be the issuer's
   * @param place where the finding is to point to
   */
  public Optional<Finding> doubt(
      PublicKey key,
      String issuer,
      Documents documents,
      Optional<Instant> signed,
      Instant at,
      String place) {
    StrictJson json = new StrictJson(limits.documentBytes(), Limits.DEFAULT.depth());
    Keys keys = new Keys(new Library(documents, json, limits.fetches()));
    return switch (keys.ofIssuer(issuer, key)) {
      case Keys.Search.Bound bound -> {
        Findings end = new Findings(Check.Kind.ISSUER);
        bound.term().judge(signed, at, place, end);
        yield end.check().findings().stream().findFirst();
      }
      case Keys.Search.Unclaimed unclaimed ->
          Optional.of(
              finding(Severity.COULD_NOT_BE_CHECKED, "key-unclaimed", place, "nobody's key"));
      case Keys.Search.Disowned(String code, String why) ->
          Optional.of(finding(Severity.ERROR, code, place, why));
      case Keys.Search.Unknown(String code, String why) ->
          Optional.of(finding(Severity.COULD_NOT_BE_CHECKED, code, place, why));
    };
  }

  private static Finding finding(Severity severity, String code, String place, String why) {
    return new Finding(severity, code, place, why, "");
  }
}
