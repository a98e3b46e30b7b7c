package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;
import org.vellum.credentials.jsonld.ContextUrls;

/**
 * A badge: the claim of an issuer that somebody achieved something (Open Badges 3.0,
 * AchievementCredential in the form of the Verifiable Credentials Data Model 2.0). Unsigned until
 * {@code EddsaRdfc2022.sign}.
 *
 * @param id its identifier, a URI
 * @param name its name
 * @param issuer who claims it
 * @param validFrom from when it holds
 * @param credentialSubject who achieved what
 * @param description what it is
 * @param image its picture
 * @param awardedDate when it was first awarded
 * @param validUntil until when it holds
 * @param credentialStatus where to ask whether it was revoked
 * @param credentialSchema the JSON Schema that it claims to meet
 * @param evidence lines of evidence
 * @param endorsement signed endorsements of it
 * @param endorsementJwt the same as compact JWS
 * @param refreshService where a newer form can be had
 * @param termsOfUse under what terms it was issued
 */
public record AchievementCredential(
    String id,
    String name,
    Profile issuer,
    Instant validFrom,
    AchievementSubject credentialSubject,
    @Nullable String description,
    @Nullable Image image,
    @Nullable Instant awardedDate,
    @Nullable Instant validUntil,
    @Nullable ObjectNode credentialStatus,
    @Nullable CredentialSchema credentialSchema,
    List<Evidence> evidence,
    List<ObjectNode> endorsement,
    List<String> endorsementJwt,
    @Nullable RefreshService refreshService,
    List<TermsOfUse> termsOfUse)
    implements WireForm {

  /** Checks what the standard requires. */
  public AchievementCredential {
    Vocabulary.requireAbsolute("AchievementCredential.id", id);
    Vocabulary.requireText("AchievementCredential.name", name);
    if (validUntil != null && validUntil.isBefore(validFrom)) {
      throw new IllegalArgumentException("validUntil is before validFrom");
    }
    evidence = List.copyOf(evidence);
    endorsement = List.copyOf(endorsement);
    endorsementJwt = List.copyOf(endorsementJwt);
    termsOfUse = List.copyOf(termsOfUse);
  }

  /** Starts with what is required. */
  public static Builder builder(
      String id,
      String name,
      Profile issuer,
      Instant validFrom,
      AchievementSubject credentialSubject) {
    return new Builder(id, name, issuer, validFrom, credentialSubject);
  }

  @Override
  public ObjectNode toJson() {
    ObjectNode written =
        Fields.empty()
            .strings("@context", List.of(ContextUrls.CREDENTIALS_V2, ContextUrls.OPEN_BADGES_3_0_3))
            .put("id", id)
            .strings("type", List.of("VerifiableCredential", "OpenBadgeCredential"))
            .put("name", name)
            .put("description", description)
            .put("image", image)
            .put("awardedDate", awardedDate)
            .put("credentialSubject", credentialSubject)
            .put("issuer", issuer)
            .put("validFrom", validFrom)
            .put("validUntil", validUntil)
            .put("credentialSchema", credentialSchema)
            .put("credentialStatus", credentialStatus)
            .list("evidence", evidence)
            .nodes("endorsement", endorsement)
            .strings("endorsementJwt", endorsementJwt)
            .put("refreshService", refreshService)
            .list("termsOfUse", termsOfUse)
            .node();
    return ExtensionContexts.added(written);
  }

  /** Collects what a AchievementCredential may also say. */
  public static final class Builder extends CredentialBuilder<Builder> {
    private final String id;
    private final String name;
    private final Profile issuer;
    private final Instant validFrom;
    private final AchievementSubject credentialSubject;
    private @Nullable Image image;
    private List<ObjectNode> endorsement = List.of();
    private List<String> endorsementJwt = List.of();

    private Builder(
        String id,
        String name,
        Profile issuer,
        Instant validFrom,
        AchievementSubject credentialSubject) {
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

    /** Sets its picture; null leaves it out. */
    public Builder image(@Nullable Image value) {
      this.image = value;
      return this;
    }

    /** Sets signed endorsements of it. */
    public Builder endorsement(List<ObjectNode> values) {
      this.endorsement = values;
      return this;
    }

    /** Sets the same as compact JWS. */
    public Builder endorsementJwt(List<String> values) {
      this.endorsementJwt = values;
      return this;
    }

    /** The finished AchievementCredential. */
    public AchievementCredential build() {
      return new AchievementCredential(
          id,
          name,
          issuer,
          validFrom,
          credentialSubject,
          description,
          image,
          awardedDate,
          validUntil,
          credentialStatus,
          credentialSchema,
          evidence,
          endorsement,
          endorsementJwt,
          refreshService,
          termsOfUse);
    }
  }
}
