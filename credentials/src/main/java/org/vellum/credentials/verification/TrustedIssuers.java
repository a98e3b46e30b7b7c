package org.vellum.credentials.verification;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Whom the caller trusts. An issuer that is not among them is only remarked on: a signature holds
 * whether or not one knows who signed.
 *
 * @param names finds the name under which an issuer's id is known; none if it is not
 * @param authorities the certificates from which those of issuers must descend; without any, no
 *     certificate binds a key to an issuer
 * @param isList whether there is a list at all, so that not to be on it is worth a remark
 */
public record TrustedIssuers(
    Function<String, Optional<String>> names, Set<X509Certificate> authorities, boolean isList) {

  /** Copies the authorities. */
  public TrustedIssuers {
    authorities = Set.copyOf(authorities);
  }

  /** No list, and no authorities. */
  public static TrustedIssuers none() {
    return new TrustedIssuers(id -> Optional.empty(), Set.of(), false);
  }

  /** A list of names by the ids of issuers. */
  public static TrustedIssuers of(Map<String, String> names) {
    Map<String, String> copy = Map.copyOf(names);
    return new TrustedIssuers(id -> Optional.ofNullable(copy.get(id)), Set.of(), true);
  }

  /** The same list, and these authorities. */
  public TrustedIssuers with(Set<X509Certificate> authorities) {
    return new TrustedIssuers(names, authorities, isList);
  }
}
