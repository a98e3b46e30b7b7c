package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * An issuer, creator or source (Open Badges 3.0, Profile).
 *
 * @param id its DID or URL
 * @param name its name
 * @param url its web page
 * @param email its address for mail
 * @param phone its telephone number
 * @param description who it is
 * @param image its emblem
 * @param official the name of somebody who is authorized to speak for the organization
 * @param givenName a person's given name
 * @param familyName a person's family name
 * @param otherIdentifier identifiers that others gave it
 * @param address where it is
 * @param parentOrg the organization that it belongs to
 * @param person the further names of a person and the date of birth
 * @param endorsement signed endorsements of it
 * @param endorsementJwt the same as compact JWS
 * @param accreditations who accredited it
 */
public record Profile(
    String id,
    @Nullable String name,
    @Nullable String url,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String description,
    @Nullable Image image,
    @Nullable String official,
    @Nullable String givenName,
    @Nullable String familyName,
    List<IdentifierEntry> otherIdentifier,
    @Nullable Address address,
    @Nullable Profile parentOrg,
    @Nullable PersonNames person,
    List<ObjectNode> endorsement,
    List<String> endorsementJwt,
    List<AccreditationProfile> accreditations)
    implements WireForm {

  /** Checks what the standard requires. */
  public Profile {
    Vocabulary.requireAbsolute("Profile.id", id);
    if (url != null) {
      Vocabulary.requireAbsolute("Profile.url", url);
    }
    otherIdentifier = List.copyOf(otherIdentifier);
    endorsement = List.copyOf(endorsement);
    endorsementJwt = List.copyOf(endorsementJwt);
    accreditations = List.copyOf(accreditations);
  }

  /** Starts with what is required. */
  public static Builder builder(String id) {
    return new Builder(id);
  }

  private List<String> types() {
    return accreditations.isEmpty()
        ? List.of("Profile")
        : List.of("Profile", "IssuerAccreditationProfile");
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty()
        .put("id", id)
        .strings("type", types())
        .put("name", name)
        .put("url", url)
        .put("phone", phone)
        .put("description", description)
        .put("image", image)
        .put("email", email)
        .list("otherIdentifier", otherIdentifier)
        .put("official", official)
        .put("familyName", familyName)
        .put("givenName", givenName)
        .put("address", address)
        .put("parentOrg", parentOrg)
        .all(person)
        .nodes("endorsement", endorsement)
        .strings("endorsementJwt", endorsementJwt)
        .list("accreditations", accreditations)
        .node();
  }

  /** Collects what a Profile may also say. */
  public static final class Builder {
    private final String id;
    private @Nullable String name;
    private @Nullable String url;
    private @Nullable String email;
    private @Nullable String phone;
    private @Nullable String description;
    private @Nullable Image image;
    private @Nullable String official;
    private @Nullable String givenName;
    private @Nullable String familyName;
    private List<IdentifierEntry> otherIdentifier = List.of();
    private @Nullable Address address;
    private @Nullable Profile parentOrg;
    private @Nullable PersonNames person;
    private List<ObjectNode> endorsement = List.of();
    private List<String> endorsementJwt = List.of();
    private List<AccreditationProfile> accreditations = List.of();

    private Builder(String id) {
      this.id = id;
    }

    /** Sets its name; null leaves it out. */
    public Builder name(@Nullable String value) {
      this.name = value;
      return this;
    }

    /** Sets its web page; null leaves it out. */
    public Builder url(@Nullable String value) {
      this.url = value;
      return this;
    }

    /** Sets its address for mail; null leaves it out. */
    public Builder email(@Nullable String value) {
      this.email = value;
      return this;
    }

    /** Sets its telephone number; null leaves it out. */
    public Builder phone(@Nullable String value) {
      this.phone = value;
      return this;
    }

    /** Sets who it is; null leaves it out. */
    public Builder description(@Nullable String value) {
      this.description = value;
      return this;
    }

    /** Sets its emblem; null leaves it out. */
    public Builder image(@Nullable Image value) {
      this.image = value;
      return this;
    }

    /** Sets who is authorized to speak for the organization; null leaves it out. */
    public Builder official(@Nullable String value) {
      this.official = value;
      return this;
    }

    /** Sets a person's given name; null leaves it out. */
    public Builder givenName(@Nullable String value) {
      this.givenName = value;
      return this;
    }

    /** Sets a person's family name; null leaves it out. */
    public Builder familyName(@Nullable String value) {
      this.familyName = value;
      return this;
    }

    /** Sets identifiers that others gave it. */
    public Builder otherIdentifier(List<IdentifierEntry> values) {
      this.otherIdentifier = values;
      return this;
    }

    /** Sets where it is; null leaves it out. */
    public Builder address(@Nullable Address value) {
      this.address = value;
      return this;
    }

    /** Sets the organization that it belongs to; null leaves it out. */
    public Builder parentOrg(@Nullable Profile value) {
      this.parentOrg = value;
      return this;
    }

    /** Sets the further names of a person and the date of birth; null leaves it out. */
    public Builder person(@Nullable PersonNames value) {
      this.person = value;
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

    /** Sets who accredited it. */
    public Builder accreditations(List<AccreditationProfile> values) {
      this.accreditations = values;
      return this;
    }

    /** The finished Profile. */
    public Profile build() {
      return new Profile(
          id,
          name,
          url,
          email,
          phone,
          description,
          image,
          official,
          givenName,
          familyName,
          otherIdentifier,
          address,
          parentOrg,
          person,
          endorsement,
          endorsementJwt,
          accreditations);
    }
  }
}
