package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;
import org.vellum.credentials.jsonld.ContextUrls;

/**
 * The claim of somebody that an achievement, a credential or a profile deserves trust (Open Badges
 * 3.0, EndorsementCredential). Unsigned until {@code EddsaRdfc2022.sign}; what it is put into is
 * signed after it.
 *
 * @param id its identifier, a URI
 * @param name its name
 * @param issuer who endorses
 * @param validFrom from when it holds
 * @param credentialSubject what is endorsed
 * @param description what it is
 * @param awardedDate when it was first given
 * @param validUntil until when it holds
 * @param credentialStatus where to ask whether it was revoked
 * @param credentialSchema the JSON Schema that it claims to meet
 * @param evidence lines of evidence
 * @param refreshService where a newer form can be had
 * @param termsOfUse under what terms it was issued
 */
public record EndorsementCredential(
    String id,
    String name,
    Profile issuer,
    Instant validFrom,
    EndorsementSubject credentialSubject,
    @Nullable String description,
    @Nullable Instant awardedDate,
    @Nullable Instant validUntil,
    @Nullable ObjectNode credentialStatus,
    @Nullable CredentialSchema credentialSchema,
    List<Evidence> evidence,
    @Nullable RefreshService refreshService,
    List<TermsOfUse> termsOfUse)
    implements WireForm {

  /** Checks what the standard requires. */
  public EndorsementCredential {
    Vocabulary.requireAbsolute("EndorsementCredential.id", id);
    Vocabulary.requireText("EndorsementCredential.name", name);
    if (validUntil != null && validUntil.isBefore(validFrom)) {
      throw new IllegalArgumentException("validUntil is before validFrom");
    }
    evidence = List.copyOf(evidence);
    termsOfUse = List.copyOf(termsOfUse);
  }

  /** Starts with what is required. */
  public static Builder builder(
      String id,
      String name,
      Profile issuer,
      Instant validFrom,
      EndorsementSubject credentialSubject) {
    return new Builder(id, name, issuer, validFrom, credentialSubject);
  }

  @Override
  public ObjectNode toJson() {
    ObjectNode written =
        Fields.empty()
            .strings("@context", List.of(ContextUrls.CREDENTIALS_V2, ContextUrls.OPEN_BADGES_3_0_3))
            .put("id", id)
            .strings("type", List.of("VerifiableCredential", "EndorsementCredential"))
            .put("name", name)
            .put("description", description)
            .put("credentialSubject", credentialSubject)
            .put("awardedDate", awardedDate)
            .put("issuer", issuer)
            .put("validFrom", validFrom)
            .put("validUntil", validUntil)
            .put("credentialSchema", credentialSchema)
            .put("credentialStatus", credentialStatus)
            .list("evidence", evidence)
            .put("refreshService", refreshService)
            .list("termsOfUse", termsOfUse)
            .node();
    return ExtensionContexts.added(written);
  }

  /** Collects what an EndorsementCredential may also say. */
  public static final class Builder extends CredentialBuilder<Builder> {
    private final String id;
    private final String name;
    private final Profile issuer;
    private final Instant validFrom;
    private final EndorsementSubject credentialSubject;

    private Builder(
        String id,
        String name,
        Profile issuer,
        Instant validFrom,
        EndorsementSubject credentialSubject) {
      this.id = id;
      this.name = name;
      this.issuer = issuer;
      this.validFrom = validFrom;
      this.credentialSubject = credentialSubject;
    }

    @Override
    protected Builder self() {
      return this;
    }

    /** The finished EndorsementCredential. */
    public EndorsementCredential build() {
      return new EndorsementCredential(
          id,
          name,
          issuer,
          validFrom,
          credentialSubject,
          description,
          awardedDate,
          validUntil,
          credentialStatus,
          credentialSchema,
          evidence,
          refreshService,
          termsOfUse);
    }
  }
}
