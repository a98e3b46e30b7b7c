package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * What was achieved, whoever achieved it (Open Badges 3.0, Achievement).
 *
 * @param id its identifier, a URI
 * @param name its name
 * @param description what it is
 * @param criteria what had to be done
 * @param achievementType what kind of achievement, such as Competency or Course
 * @param creator who defined it, if not the issuer
 * @param creditsAvailable the credits that it carries
 * @param fieldOfStudy the field that it belongs to
 * @param humanCode the code by which people know it
 * @param image its emblem
 * @param inLanguage the language of its texts (BCP 47)
 * @param specialization the specialty within the field
 * @param version the version of its definition
 * @param alignment where it stands in frameworks
 * @param otherIdentifier identifiers that others gave it
 * @param resultDescription the results that it may have
 * @param tag keywords
 * @param related achievements that have to do with it
 * @param endorsement signed endorsements of it
 * @param endorsementJwt the same as compact JWS
 */
public record Achievement(
    String id,
    String name,
    String description,
    Criteria criteria,
    @Nullable String achievementType,
    @Nullable Profile creator,
    @Nullable BigDecimal creditsAvailable,
    @Nullable String fieldOfStudy,
    @Nullable String humanCode,
    @Nullable Image image,
    @Nullable String inLanguage,
    @Nullable String specialization,
    @Nullable String version,
    List<Alignment> alignment,
    List<IdentifierEntry> otherIdentifier,
    List<ResultDescription> resultDescription,
    List<String> tag,
    List<Related> related,
    List<ObjectNode> endorsement,
    List<String> endorsementJwt)
    implements WireForm {

  /** Checks what the standard requires. */
  public Achievement {
    Vocabulary.requireAbsolute("Achievement.id", id);
    Vocabulary.requireText("Achievement.name", name);
    Vocabulary.requireText("Achievement.description", description);
    if (achievementType != null) {
      Vocabulary.require(
          "Achievement.achievementType", achievementType, Vocabulary.ACHIEVEMENT_TYPES);
    }
    alignment = List.copyOf(alignment);
    otherIdentifier = List.copyOf(otherIdentifier);
    resultDescription = List.copyOf(resultDescription);
    tag = List.copyOf(tag);
    related = List.copyOf(related);
    endorsement = List.copyOf(endorsement);
    endorsementJwt = List.copyOf(endorsementJwt);
  }

  /** Starts with what is required. */
  public static Builder builder(String id, String name, String description, Criteria criteria) {
    return new Builder(id, name, description, criteria);
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty()
        .put("id", id)
        .strings("type", List.of("Achievement"))
        .list("alignment", alignment)
        .put("achievementType", achievementType)
        .put("creator", creator)
        .put("creditsAvailable", creditsAvailable)
        .put("criteria", criteria)
        .put("description", description)
        .put("fieldOfStudy", fieldOfStudy)
        .put("humanCode", humanCode)
        .put("image", image)
        .put("inLanguage", inLanguage)
        .put("name", name)
        .list("otherIdentifier", otherIdentifier)
        .list("resultDescription", resultDescription)
        .put("specialization", specialization)
        .strings("tag", tag)
        .put("version", version)
        .list("related", related)
        .nodes("endorsement", endorsement)
        .strings("endorsementJwt", endorsementJwt)
        .node();
  }

  /** Collects what a Achievement may also say. */
  public static final class Builder {
    private final String id;
    private final String name;
    private final String description;
    private final Criteria criteria;
    private @Nullable String achievementType;
    private @Nullable Profile creator;
    private @Nullable BigDecimal creditsAvailable;
    private @Nullable String fieldOfStudy;
    private @Nullable String humanCode;
    private @Nullable Image image;
    private @Nullable String inLanguage;
    private @Nullable String specialization;
    private @Nullable String version;
    private List<Alignment> alignment = List.of();
    private List<IdentifierEntry> otherIdentifier = List.of();
    private List<ResultDescription> resultDescription = List.of();
    private List<String> tag = List.of();
    private List<Related> related = List.of();
    private List<ObjectNode> endorsement = List.of();
    private List<String> endorsementJwt = List.of();

    private Builder(String id, String name, String description, Criteria criteria) {
      this.id = id;
      this.name = name;
      this.description = description;
      this.criteria = criteria;
    }

    /** Sets what kind of achievement, such as Competency or Course; null leaves it out. */
    public Builder achievementType(@Nullable String value) {
      this.achievementType = value;
      return this;
    }

    /** Sets who defined it, if not the issuer; null leaves it out. */
    public Builder creator(@Nullable Profile value) {
      this.creator = value;
      return this;
    }

    /** Sets the credits that it carries; null leaves it out. */
    public Builder creditsAvailable(@Nullable BigDecimal value) {
      this.creditsAvailable = value;
      return this;
    }

    /** Sets the field that it belongs to; null leaves it out. */
    public Builder fieldOfStudy(@Nullable String value) {
      this.fieldOfStudy = value;
      return this;
    }

    /** Sets the code by which people know it; null leaves it out. */
    public Builder humanCode(@Nullable String value) {
      this.humanCode = value;
      return this;
    }

    /** Sets its emblem; null leaves it out. */
    public Builder image(@Nullable Image value) {
      this.image = value;
      return this;
    }

    /** Sets the language of its texts (BCP 47); null leaves it out. */
    public Builder inLanguage(@Nullable String value) {
      this.inLanguage = value;
      return this;
    }

    /** Sets the specialty within the field; null leaves it out. */
    public Builder specialization(@Nullable String value) {
      this.specialization = value;
      return this;
    }

    /** Sets the version of its definition; null leaves it out. */
    public Builder version(@Nullable String value) {
      this.version = value;
      return this;
    }

    /** Sets where it stands in frameworks. */
    public Builder alignment(List<Alignment> values) {
      this.alignment = values;
      return this;
    }

    /** Sets identifiers that others gave it. */
    public Builder otherIdentifier(List<IdentifierEntry> values) {
      this.otherIdentifier = values;
      return this;
    }

    /** Sets the results that it may have. */
    public Builder resultDescription(List<ResultDescription> values) {
      this.resultDescription = values;
      return this;
    }

    /** Sets keywords. */
    public Builder tag(List<String> values) {
      this.tag = values;
      return this;
    }

    /** Sets achievements that have to do with it. */
    public Builder related(List<Related> values) {
      this.related = values;
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

    /** The finished Achievement. */
    public Achievement build() {
      return new Achievement(
          id,
          name,
          description,
          criteria,
          achievementType,
          creator,
          creditsAvailable,
          fieldOfStudy,
          humanCode,
          image,
          inLanguage,
          specialization,
          version,
          alignment,
          otherIdentifier,
          resultDescription,
          tag,
          related,
          endorsement,
          endorsementJwt);
    }
  }
}
