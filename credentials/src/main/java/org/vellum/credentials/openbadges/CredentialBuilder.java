package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects what every kind of credential may also say: badges, endorsements and learner records.
 *
 * @param <B> the builder of that kind
 */
public abstract class CredentialBuilder<B extends CredentialBuilder<B>> {
  /** What it is. */
  protected @Nullable String description;

  /** When it was first awarded. */
  protected @Nullable Instant awardedDate;

  /** Until when it holds. */
  protected @Nullable Instant validUntil;

  /** Where to ask whether it was revoked. */
  protected @Nullable ObjectNode credentialStatus;

  /** The JSON Schema that it claims to meet. */
  protected @Nullable CredentialSchema credentialSchema;

  /** Where a newer form can be had. */
  protected @Nullable RefreshService refreshService;

  /** Lines of evidence. */
  protected List<Evidence> evidence = List.of();

  /** Under what terms it was issued. */
  protected List<TermsOfUse> termsOfUse = List.of();

  /** This, as the builder of its kind. */
  protected abstract B self();

  /** Sets what it is; null leaves it out. */
  public B description(@Nullable String value) {
    this.description = value;
    return self();
  }

  /** Sets when it was first awarded; null leaves it out. */
  public B awardedDate(@Nullable Instant value) {
    this.awardedDate = value;
    return self();
  }

  /** Sets until when it holds; null leaves it out. */
  public B validUntil(@Nullable Instant value) {
    this.validUntil = value;
    return self();
  }

  /** Sets where to ask whether it was revoked; null leaves it out. */
  public B credentialStatus(@Nullable ObjectNode value) {
    this.credentialStatus = value;
    return self();
  }

  /** Sets the JSON Schema that it claims to meet; null leaves it out. */
  public B credentialSchema(@Nullable CredentialSchema value) {
    this.credentialSchema = value;
    return self();
  }

  /** Sets where a newer form can be had; null leaves it out. */
  public B refreshService(@Nullable RefreshService value) {
    this.refreshService = value;
    return self();
  }

  /** Sets lines of evidence. */
  public B evidence(List<Evidence> values) {
    this.evidence = values;
    return self();
  }

  /** Sets under what terms it was issued. */
  public B termsOfUse(List<TermsOfUse> values) {
    this.termsOfUse = values;
    return self();
  }
}
