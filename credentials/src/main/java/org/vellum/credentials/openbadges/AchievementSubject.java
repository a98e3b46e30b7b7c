package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * Who achieved it, and how well (Open Badges 3.0, AchievementSubject). It has an id or at least one
 * identifier.
 *
 * @param achievement what was achieved
 * @param id the learner's DID or URI
 * @param activityStartDate when the work began
 * @param activityEndDate when the work ended
 * @param creditsEarned the credits earned
 * @param licenseNumber the number of a licence
 * @param narrative how it was achieved
 * @param role the learner's role
 * @param source who assessed it, if not the issuer
 * @param term the academic term
 * @param identifier who the learner is
 * @param result what the learner scored
 * @param image the picture of this award
 */
public record AchievementSubject(
    Achievement achievement,
    @Nullable String id,
    @Nullable Instant activityStartDate,
    @Nullable Instant activityEndDate,
    @Nullable BigDecimal creditsEarned,
    @Nullable String licenseNumber,
    @Nullable String narrative,
    @Nullable String role,
    @Nullable Profile source,
    @Nullable String term,
    List<IdentityObject> identifier,
    List<Result> result,
    @Nullable Image image)
    implements WireForm {

  /** Checks what the standard requires. */
  public AchievementSubject {
    if (id == null && identifier.isEmpty()) {
      throw new IllegalArgumentException("AchievementSubject has neither id nor identifier");
    }
    if (id != null) {
      Vocabulary.requireAbsolute("AchievementSubject.id", id);
    }
    identifier = List.copyOf(identifier);
    result = List.copyOf(result);
  }

  /** Starts with what is required. */
  public static Builder builder(Achievement achievement) {
    return new Builder(achievement);
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty()
        .put("id", id)
        .strings("type", List.of("AchievementSubject"))
        .put("activityEndDate", activityEndDate)
        .put("activityStartDate", activityStartDate)
        .put("creditsEarned", creditsEarned)
        .put("achievement", achievement)
        .list("identifier", identifier)
        .put("licenseNumber", licenseNumber)
        .put("narrative", narrative)
        .list("result", result)
        .put("role", role)
        .put("source", source)
        .put("term", term)
        .put("image", image)
        .node();
  }

  /** Collects what a AchievementSubject may also say. */
  public static final class Builder {
    private final Achievement achievement;
    private @Nullable String id;
    private @Nullable Instant activityStartDate;
    private @Nullable Instant activityEndDate;
    private @Nullable BigDecimal creditsEarned;
    private @Nullable String licenseNumber;
    private @Nullable String narrative;
    private @Nullable String role;
    private @Nullable Profile source;
    private @Nullable String term;
    private List<IdentityObject> identifier = List.of();
    private List<Result> result = List.of();
    private @Nullable Image image;

    private Builder(Achievement achievement) {
      this.achievement = achievement;
    }

    /** Sets the learner's DID or URI; null leaves it out. */
    public Builder id(@Nullable String value) {
      this.id = value;
      return this;
    }

    /** Sets when the work began; null leaves it out. */
    public Builder activityStartDate(@Nullable Instant value) {
      this.activityStartDate = value;
      return this;
    }

    /** Sets when the work ended; null leaves it out. */
    public Builder activityEndDate(@Nullable Instant value) {
      this.activityEndDate = value;
      return this;
    }

    /** Sets the credits earned; null leaves it out. */
    public Builder creditsEarned(@Nullable BigDecimal value) {
      this.creditsEarned = value;
      return this;
    }

    /** Sets the number of a licence; null leaves it out. */
    public Builder licenseNumber(@Nullable String value) {
      this.licenseNumber = value;
      return this;
    }

    /** Sets how it was achieved; null leaves it out. */
    public Builder narrative(@Nullable String value) {
      this.narrative = value;
      return this;
    }

    /** Sets the learner's role; null leaves it out. */
    public Builder role(@Nullable String value) {
      this.role = value;
      return this;
    }

    /** Sets who assessed it, if not the issuer; null leaves it out. */
    public Builder source(@Nullable Profile value) {
      this.source = value;
      return this;
    }

    /** Sets the academic term; null leaves it out. */
    public Builder term(@Nullable String value) {
      this.term = value;
      return this;
    }

    /** Sets who the learner is. */
    public Builder identifier(List<IdentityObject> values) {
      this.identifier = values;
      return this;
    }

    /** Sets what the learner scored. */
    public Builder result(List<Result> values) {
      this.result = values;
      return this;
    }

    /** Sets the picture of this award; null leaves it out. */
    public Builder image(@Nullable Image value) {
      this.image = value;
      return this;
    }

    /** The finished AchievementSubject. */
    public AchievementSubject build() {
      return new AchievementSubject(
          achievement,
          id,
          activityStartDate,
          activityEndDate,
          creditsEarned,
          licenseNumber,
          narrative,
          role,
          source,
          term,
          identifier,
          result,
          image);
    }
  }
}
