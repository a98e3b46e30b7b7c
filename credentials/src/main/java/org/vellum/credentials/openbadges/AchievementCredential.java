package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
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
    List<Evidence> evidence)
    implements WireForm {

  /** Checks what the standard requires. */
  public AchievementCredential {
    Vocabulary.requireAbsolute("AchievementCredential.id", id);
    Vocabulary.requireText("AchievementCredential.name", name);
    if (validUntil != null && validUntil.isBefore(validFrom)) {
      throw new IllegalArgumentException("validUntil is before validFrom");
    }
    evidence = List.copyOf(evidence);
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

  private List<String> context() {
    List<String> context =
        new ArrayList<>(List.of(ContextUrls.CREDENTIALS_V2, ContextUrls.OPEN_BADGES_3_0_3));
    if (credentialSchema != null) {
      // The type of credentialSchema is a term of the extensions only.
      context.add(ContextUrls.OPEN_BADGES_EXTENSIONS);
    }
    return context;
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty()
        .strings("@context", context())
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
        .node();
  }

  /** Collects what a AchievementCredential may also say. */
  public static final class Builder {
    private final String id;
    private final String name;
    private final Profile issuer;
    private final Instant validFrom;
    private final AchievementSubject credentialSubject;
    private @Nullable String description;
    private @Nullable Image image;
    private @Nullable Instant awardedDate;
    private @Nullable Instant validUntil;
    private @Nullable ObjectNode credentialStatus;
    private @Nullable CredentialSchema credentialSchema;
    private List<Evidence> evidence = List.of();

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

    /** Sets what it is; null leaves it out. */
    public Builder description(@Nullable String value) {
      this.description = value;
      return this;
    }

    /** Sets its picture; null leaves it out. */
    public Builder image(@Nullable Image value) {
      this.image = value;
      return this;
    }

    /** Sets when it was first awarded; null leaves it out. */
    public Builder awardedDate(@Nullable Instant value) {
      this.awardedDate = value;
      return this;
    }

    /** Sets until when it holds; null leaves it out. */
    public Builder validUntil(@Nullable Instant value) {
      this.validUntil = value;
      return this;
    }

    /** Sets where to ask whether it was revoked; null leaves it out. */
    public Builder credentialStatus(@Nullable ObjectNode value) {
      this.credentialStatus = value;
      return this;
    }

    /** Sets the JSON Schema that it claims to meet; null leaves it out. */
    public Builder credentialSchema(@Nullable CredentialSchema value) {
      this.credentialSchema = value;
      return this;
    }

    /** Sets lines of evidence. */
    public Builder evidence(List<Evidence> values) {
      this.evidence = values;
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
          evidence);
    }
  }
}
