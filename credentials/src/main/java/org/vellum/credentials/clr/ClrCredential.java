package org.vellum.credentials.clr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;
import org.vellum.credentials.jsonld.ContextUrls;
import org.vellum.credentials.openbadges.CredentialBuilder;
import org.vellum.credentials.openbadges.CredentialSchema;
import org.vellum.credentials.openbadges.Evidence;
import org.vellum.credentials.openbadges.ExtensionContexts;
import org.vellum.credentials.openbadges.Image;
import org.vellum.credentials.openbadges.Profile;
import org.vellum.credentials.openbadges.RefreshService;
import org.vellum.credentials.openbadges.TermsOfUse;

/**
 * A comprehensive learner record: one issuer's envelope around signed credentials (CLR 2.0,
 * ClrCredential). Unsigned until {@code EddsaRdfc2022.sign}; its children are signed first.
 *
 * @param id its identifier, a URI
 * @param name its name
 * @param issuer who vouches for the collection
 * @param validFrom from when it holds
 * @param credentialSubject whose record it is and what is in it
 * @param description what it is
 * @param image its picture
 * @param partial whether it leaves something out by the learner's choice
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
public record ClrCredential(
    String id,
    String name,
    Profile issuer,
    Instant validFrom,
    ClrSubject credentialSubject,
    @Nullable String description,
    @Nullable Image image,
    @Nullable Boolean partial,
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
  static final List<String> CONTEXT =
      List.of(ContextUrls.CREDENTIALS_V2, ContextUrls.CLR_2_0_1, ContextUrls.OPEN_BADGES_3_0_3);

  /** Checks what the standard requires. */
  public ClrCredential {
    ClrSubject.requireAbsolute("ClrCredential.id", id);
    if (name.isBlank()) {
      throw new IllegalArgumentException("ClrCredential.name is empty");
    }
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
      String id, String name, Profile issuer, Instant validFrom, ClrSubject credentialSubject) {
    return new Builder(id, name, issuer, validFrom, credentialSubject);
  }

  @Override
  public ObjectNode toJson() {
    ObjectNode written =
        Fields.empty()
            .strings("@context", CONTEXT)
            .put("id", id)
            .strings("type", List.of("VerifiableCredential", "ClrCredential"))
            .put("name", name)
            .put("description", description)
            .put("image", image)
            .put("partial", partial)
            .put("credentialSubject", credentialSubject)
            .put("awardedDate", awardedDate)
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

  /** Collects what a ClrCredential may also say. */
  public static final class Builder extends CredentialBuilder<Builder> {
    private final String id;
    private final String name;
    private final Profile issuer;
    private final Instant validFrom;
    private final ClrSubject credentialSubject;
    private @Nullable Image image;
    private @Nullable Boolean partial;
    private List<ObjectNode> endorsement = List.of();
    private List<String> endorsementJwt = List.of();

    private Builder(
        String id, String name, Profile issuer, Instant validFrom, ClrSubject credentialSubject) {
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

    /** Sets whether it leaves something out by the learner's choice; null leaves it out. */
    public Builder partial(@Nullable Boolean value) {
      this.partial = value;
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

    /** The finished ClrCredential. */
    public ClrCredential build() {
      return new ClrCredential(
          id,
          name,
          issuer,
          validFrom,
          credentialSubject,
          description,
          image,
          partial,
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
