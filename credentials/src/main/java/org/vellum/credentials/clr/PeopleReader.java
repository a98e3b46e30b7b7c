package org.vellum.credentials.clr;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.record.Identifier;
import org.vellum.credentials.record.Institution;
import org.vellum.credentials.record.Learner;

/** Reads learners and institutions. */
final class PeopleReader {

  Learner learner(String recordId, Members subject) {
    String id = subject.text("id");
    Map<String, String> plain = new HashMap<>();
    List<Identifier> others = new ArrayList<>();
    for (Members each : subject.objects("identifier")) {
      String type = Objects.requireNonNullElse(each.text("identityType"), "identifier");
      String value = Objects.requireNonNullElse(each.text("identityHash"), "");
      String salt = each.text("salt");
      boolean hashed = Boolean.parseBoolean(each.text("hashed"));
      if (hashed || salt != null || !isOwn(type, value) || plain.putIfAbsent(type, value) != null) {
        others.add(new Identifier(type, value, salt));
      }
      each.rest();
    }
    return new Learner(
        People.anonymous(recordId).equals(id) ? null : id,
        plain.get("name"),
        plain.get(People.GIVEN_NAME),
        plain.get(People.FAMILY_NAME),
        day(plain.get(People.DATE_OF_BIRTH)),
        plain.get("emailAddress"),
        others);
  }

  private static boolean isOwn(String type, String value) {
    return switch (type) {
      case "name", "emailAddress", People.GIVEN_NAME, People.FAMILY_NAME -> true;
      case People.DATE_OF_BIRTH -> day(value) != null;
      default -> false;
    };
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** An issuer is a profile or only its URI. */
  Institution institution(Members around, String name) {
    String reference = around.reference(name);
    Members profile = around.object(name);
    if (reference != null || !profile.present()) {
      String id = Objects.requireNonNullElse(reference, "");
      if (reference == null) {
        around.lost(name, "nobody is named");
      }
      return new Institution(id, id, null, null, null, null, List.of());
    }
    List<Identifier> identifiers = identifiers(profile);
    String id = Objects.requireNonNullElse(profile.text("id"), "");
    Institution institution =
        new Institution(
            id,
            Objects.requireNonNullElse(profile.text("name"), id),
            profile.text("url"),
            profile.text("email"),
            profile.text("phone"),
            address(profile.object("address")),
            identifiers);
    profile.rest();
    return institution;
  }

  List<Identifier> identifiers(Members around) {
    List<Identifier> identifiers = new ArrayList<>();
    for (Members each : around.objects("otherIdentifier")) {
      identifiers.add(
          new Identifier(
              Objects.requireNonNullElse(each.text("identifierType"), "identifier"),
              Objects.requireNonNullElse(each.text("identifier"), ""),
              null));
      each.rest();
    }
    return identifiers;
  }

  private static Institution.@Nullable Address address(Members address) {
    if (!address.present()) {
      return null;
    }
    Institution.Address read =
        new Institution.Address(
            address.text("streetAddress"),
            address.text("addressLocality"),
            address.text("addressRegion"),
            address.text("postalCode"),
            address.text("addressCountryCode"));
    address.rest();
    return read;
  }
}
