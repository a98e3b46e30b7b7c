package org.vellum.credentials.pesc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.xml.Seen;

/** Reads the person and the organizations. */
final class PartyReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final boolean ours;

  /**
   * A reader.
   *
   * @param ours whether the document has the notes that {@link PartyWriter} writes
   */
  PartyReader(boolean ours) {
    this.ours = ours;
  }

  ObjectNode person(Seen from) {
    ObjectNode learner = NODES.objectNode();
    personIdentifiers(from, learner.putArray("identifiers"));
    put(
        learner,
        "dateOfBirth",
        from.child("Birth").map(each -> each.date("BirthDate")).orElse(null));
    Notes notes = ours ? Notes.of(from, true) : Notes.of(Seen.of(from.element()), false);
    from.child("Name").ifPresent(each -> name(each, learner, notes));
    put(learner, "id", notes.text("Learner"));
    put(
        learner,
        "email",
        from.child("Contacts")
            .flatMap(each -> each.child("Email"))
            .map(each -> each.text("EmailAddress"))
            .orElse(null));
    return learner;
  }

  private static void name(Seen from, ObjectNode learner, Notes notes) {
    String given = or(notes.text("Given name"), from.text("FirstName"));
    String family = or(notes.text("Family name"), from.text("LastName"));
    String composite = or(notes.text("Full name"), from.text("CompositeName"));
    List<String> middle =
        from.children("MiddleName").stream().map(Seen::content).filter(Objects::nonNull).toList();
    String parts =
        Stream.of(Stream.ofNullable(given), middle.stream(), Stream.ofNullable(family))
            .flatMap(each -> each)
            .collect(Collectors.joining(" "));
    put(learner, "fullName", composite != null || parts.isEmpty() ? composite : parts);
    put(learner, "givenName", given);
    put(learner, "familyName", family);
  }

  private void personIdentifiers(Seen from, ArrayNode to) {
    String school = from.text("SchoolAssignedPersonID");
    for (Seen each : from.children("AgencyIdentifier")) {
      String value = each.text("AgencyAssignedID");
      String code = Optional.ofNullable(each.text("AgencyCode")).orElse("MutuallyDefined");
      String type = Optional.ofNullable(each.text("AgencyName")).orElse(code);
      if (value != null) {
        to.addObject().put("type", type(type)).put("value", value);
      }
    }
    boolean known = false;
    for (var each : to) {
      known |= each.path("value").asText().equals(school);
    }
    if (school != null && !known) {
      to.addObject().put("type", "sisSourcedId").put("value", school);
    }
  }

  /** Types are words of Open Badges 3.0, or have their prefix. */
  private static String type(String name) {
    return name.matches("[a-zA-Z]+|ext:[a-zA-Z0-9._-]+")
        ? name
        : "ext:" + name.replaceAll("[^a-zA-Z0-9._-]+", "_");
  }

  /** An organization, or a school. */
  ObjectNode organization(Seen from) {
    ObjectNode institution = NODES.objectNode();
    Notes notes = ours ? Notes.of(from, true) : Notes.of(Seen.of(from.element()), false);
    ArrayNode identifiers = institution.putArray("identifiers");
    for (String register : Pesc.REGISTERS.keySet()) {
      String number = from.text(register);
      if (number != null && ours && register.equals("MutuallyDefined")) {
        institution.put("id", number);
      } else if (number != null) {
        identifiers.addObject().put("type", "ext:" + register).put("value", number);
      }
    }
    from.child("LocalOrganizationID")
        .ifPresent(each -> {
          String qualifier = each.text("LocalOrganizationIDQualifier");
          String code = each.text("LocalOrganizationIDCode");
          put(identifiers.addObject().put("type", "ext:" + qualifier), "value", code);
        });
    for (String each : notes.all("Identifier")) {
      int blank = Math.max(0, each.indexOf(' '));
      identifiers
          .addObject()
          .put("type", each.substring(0, blank))
          .put("value", each.substring(blank).stripLeading());
    }
    String name = or(notes.text("Name"), from.text("OrganizationName"));
    institution.put("name", name == null ? "Unknown institution" : name);
    from.child("Contacts").ifPresent(each -> contacts(each, institution));
    put(institution, "id", notes.text("Organization"));
    if (!institution.has("id")) {
      institution.put("id", id(institution, identifiers));
    }
    return institution;
  }

  /** Foreign organizations have numbers and no URI. */
  private static String id(ObjectNode institution, ArrayNode identifiers) {
    String url = institution.path("url").asText("");
    if (!url.isEmpty()) {
      return url;
    }
    return identifiers.isEmpty()
        ? "urn:pesc:organization"
        : "urn:pesc:"
            + identifiers.get(0).path("type").asText().replace("ext:", "")
            + ":"
            + identifiers.get(0).path("value").asText();
  }

  private static void contacts(Seen from, ObjectNode institution) {
    from.child("Address").ifPresent(each -> address(each, institution.putObject("address")));
    from.child("Phone")
        .ifPresent(each -> {
          String prefix = each.text("CountryPrefixCode");
          String phone =
              Stream.of(
                      prefix == null ? null : "+" + prefix,
                      each.text("AreaCityCode"),
                      each.text("PhoneNumber"))
                  .filter(Objects::nonNull)
                  .collect(Collectors.joining(" "));
          institution.put("phone", phone);
        });
    put(
        institution,
        "email",
        from.child("Email").map(each -> each.text("EmailAddress")).orElse(null));
    put(institution, "url", from.child("URL").map(each -> each.text("URLAddress")).orElse(null));
  }

  private static void address(Seen from, ObjectNode to) {
    String street =
        from.children("AddressLine").stream()
            .map(Seen::content)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n"));
    put(to, "street", street.isEmpty() ? null : street);
    put(to, "locality", from.text("City"));
    String code = from.text("StateProvinceCode");
    put(to, "region", code == null ? from.text("StateProvince") : code);
    put(to, "postalCode", from.text("PostalCode"));
    String country = from.text("CountryCode");
    put(to, "countryCode", country == null && code != null ? Pesc.country(code) : country);
  }

  static @Nullable String or(@Nullable String first, @Nullable String second) {
    return first == null ? second : first;
  }

  static void put(ObjectNode to, String name, @Nullable String value) {
    if (value != null) {
      to.put(name, value);
    }
  }
}
