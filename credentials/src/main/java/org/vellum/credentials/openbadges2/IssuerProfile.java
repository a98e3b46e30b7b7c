package org.vellum.credentials.openbadges2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;
import org.vellum.credentials.openbadges.Profile;

/**
 * The Profile of an issuer as it is hosted at its id (Open Badges 2.0, Profile): who it is, and by
 * what its assertions are told.
 *
 * @param profile who it is; of an issuer the standard demands name, url and email
 * @param publicKey the addresses of the keys that it signs with; see {@link CryptographicKey}
 * @param revocationList where it lists what it took back; see {@link RevocationList}
 * @param startsWith how the ids of hosted assertions begin; without a word on this, they stand
 *     where the Profile does
 * @param allowedOrigins the hosts of hosted assertions
 */
public record IssuerProfile(
    Profile profile,
    List<String> publicKey,
    @Nullable String revocationList,
    List<String> startsWith,
    List<String> allowedOrigins)
    implements WireForm {

  /** Checks what the standard demands of an issuer, and copies the lists. */
  public IssuerProfile {
    if (profile.name() == null || profile.url() == null || profile.email() == null) {
      throw new IllegalArgumentException("an issuer has a name, a url and an email address");
    }
    publicKey = List.copyOf(publicKey);
    startsWith = List.copyOf(startsWith);
    allowedOrigins = List.copyOf(allowedOrigins);
  }

  /** An issuer of hosted assertions, which stand where its Profile does. */
  public static IssuerProfile hosting(Profile profile) {
    return new IssuerProfile(profile, List.of(), null, List.of(), List.of());
  }

  /** An issuer that signs. */
  public static IssuerProfile signing(Profile profile, String publicKey, String revocationList) {
    return new IssuerProfile(profile, List.of(publicKey), revocationList, List.of(), List.of());
  }

  private @Nullable ObjectNode scope() {
    if (startsWith.isEmpty() && allowedOrigins.isEmpty()) {
      return null;
    }
    return Fields.empty()
        .put("type", "VerificationObject")
        .strings("startsWith", startsWith)
        .strings("allowedOrigins", allowedOrigins)
        .node();
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty()
        .put("@context", AssertionWriter.CONTEXT)
        .put("revocationList", revocationList)
        .strings("publicKey", publicKey)
        .put("verification", scope())
        .all(() -> Downgrade.issuer(profile))
        .node();
  }
}
