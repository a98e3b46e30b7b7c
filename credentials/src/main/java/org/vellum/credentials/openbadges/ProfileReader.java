package org.vellum.credentials.openbadges;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Lenient;

/** Reads Profiles. */
final class ProfileReader {
  /** An organization has few others above it; a tree that goes on for ever is nobody's. */
  private static final int DEEPEST = 8;

  private ProfileReader() {}

  static @Nullable Profile profile(Lenient owner, String name) {
    return Parts.of(owner, name, each -> profile(each, 0));
  }

  private static Profile profile(Lenient read, int depth) {
    return Profile.builder(read.text("id", ""))
        .name(read.text("name"))
        .url(read.text("url"))
        .email(read.text("email"))
        .phone(read.text("phone"))
        .description(read.text("description"))
        .image(Parts.image(read, "image"))
        .official(read.text("official"))
        .givenName(read.text("givenName"))
        .familyName(read.text("familyName"))
        .otherIdentifier(Parts.otherIdentifiers(read))
        .address(Parts.of(read, "address", ProfileReader::address))
        .parentOrg(
            depth < DEEPEST ? Parts.of(read, "parentOrg", each -> profile(each, depth + 1)) : null)
        .person(person(read))
        .endorsement(read.nodes("endorsement"))
        .endorsementJwt(read.texts("endorsementJwt"))
        .accreditations(
            depth < DEEPEST
                ? Parts.list(read, "accreditations", each -> accreditation(each, depth + 1))
                : List.of())
        .build();
  }

  private static @Nullable PersonNames person(Lenient read) {
    boolean none =
        Stream.of(
                "additionalName",
                "patronymicName",
                "honorificPrefix",
                "honorificSuffix",
                "familyNamePrefix",
                "dateOfBirth")
            .allMatch(name -> read.text(name) == null);
    return none
        ? null
        : new PersonNames(
            read.text("additionalName"),
            read.text("patronymicName"),
            read.text("honorificPrefix"),
            read.text("honorificSuffix"),
            read.text("familyNamePrefix"),
            read.date("dateOfBirth"));
  }

  private static Address address(Lenient read) {
    return new Address(
        read.text("addressCountry"),
        read.text("addressCountryCode"),
        read.text("addressRegion"),
        read.text("addressLocality"),
        read.text("streetAddress"),
        read.text("postOfficeBoxNumber"),
        read.text("postalCode"),
        Parts.of(read, "geo", ProfileReader::geo));
  }

  private static GeoCoordinates geo(Lenient read) {
    BigDecimal latitude = read.number("latitude");
    BigDecimal longitude = read.number("longitude");
    if (latitude == null || longitude == null) {
      throw new IllegalArgumentException("no place on the globe");
    }
    return new GeoCoordinates(latitude, longitude);
  }

  private static AccreditationProfile accreditation(Lenient read, int depth) {
    return new AccreditationProfile(
        profile(read, depth),
        read.text("contactInstructions", ""),
        read.text("logo"),
        read.text("areaServed"),
        read.date("accreditationDate"),
        read.text("educationalSector"));
  }
}
