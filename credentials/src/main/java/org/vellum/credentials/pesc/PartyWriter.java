package org.vellum.credentials.pesc;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.record.Identifier;
import org.vellum.credentials.record.Institution;
import org.vellum.credentials.record.Learner;
import org.vellum.credentials.xml.Branch;
import org.vellum.credentials.xml.XmlText;

/** Writes who is spoken of: the person, and the organizations. */
final class PartyWriter {
  /** Types of identifiers that a school gives; one of them is its number of the student. */
  static final List<String> SCHOOL_ASSIGNED =
      List.of("sisSourcedId", "sourcedId", "lisSourcedId", "oneRosterSourcedId", "systemId");

  private static final int PERSON_ID = 20;
  private static final int AGENCY_ID = 30;
  private static final int PART_OF_NAME = 35;
  private static final int COMPOSITE_NAME = 45;
  private static final int EMAIL = 128;
  private static final int URL = 512;

  private PartyWriter() {}

  /** PersonType of the sector library. */
  static void person(Branch to, Learner learner) {
    learner.identifiers().stream()
        .filter(each -> SCHOOL_ASSIGNED.contains(each.type()) && fits(each, PERSON_ID))
        .findFirst()
        .ifPresent(each -> to.text("SchoolAssignedPersonID", each.value()));
    learner.identifiers().stream()
        .filter(each -> fits(each, AGENCY_ID) && fits(each.type(), 1, Pesc.NAME))
        .forEach(each ->
            to.child("AgencyIdentifier")
                .text("AgencyAssignedID", each.value())
                .text("AgencyCode", "MutuallyDefined")
                .text("AgencyName", each.type()));
    String born = XmlText.date(learner.dateOfBirth());
    if (born != null) {
      to.child("Birth").text("BirthDate", born);
    }
    Branch name = to.child("Name");
    cut(name, "FirstName", learner.givenName(), PART_OF_NAME);
    cut(name, "LastName", learner.familyName(), PART_OF_NAME);
    cut(name, "CompositeName", learner.fullName(), COMPOSITE_NAME);
    if (fits(learner.email(), 1, EMAIL)) {
      to.child("Contacts").child("Email").text("EmailAddress", learner.email());
    }
    Notes.write(to, "Learner", learner.id());
    noteIfCut(to, "Given name", learner.givenName(), PART_OF_NAME);
    noteIfCut(to, "Family name", learner.familyName(), PART_OF_NAME);
    noteIfCut(to, "Full name", learner.fullName(), COMPOSITE_NAME);
  }

  /** OrganizationType of the sector library. */
  static void organization(Branch to, Institution institution) {
    Set<Identifier> written = registers(to, institution);
    cut(to, "OrganizationName", institution.name(), Pesc.NAME);
    rest(to, institution, written);
  }

  /** SchoolType of the sector library: the same in another order. */
  static void school(Branch to, Institution institution) {
    String name = XmlText.token(institution.name());
    to.text("OrganizationName", name.isEmpty() ? "-" : XmlText.atMost(name, Pesc.NAME));
    rest(to, institution, registers(to, institution));
  }

  private static Set<Identifier> registers(Branch to, Institution institution) {
    Set<Identifier> written = new HashSet<>();
    Pesc.REGISTERS.forEach((register, lengths) -> {
      String own = institution.id();
      if (register.equals("MutuallyDefined")) {
        to.text(register, fits(own, lengths[0], lengths[1]) ? own : null);
        return;
      }
      Optional<Identifier> number =
          institution.identifiers().stream()
              .filter(each -> each.type().equals("ext:" + register) && each.salt() == null)
              .filter(each -> fits(each.value(), lengths[0], lengths[1]))
              .findFirst();
      number.ifPresent(each -> to.text(register, each.value()));
      number.ifPresent(written::add);
    });
    return written;
  }

  private static void rest(Branch to, Institution institution, Set<Identifier> written) {
    Branch contacts = to.child("Contacts");
    address(contacts, institution.address());
    phone(contacts, institution.phone());
    if (fits(institution.email(), 1, EMAIL)) {
      contacts.child("Email").text("EmailAddress", institution.email());
    }
    if (fits(institution.url(), 1, URL)) {
      contacts.child("URL").text("URLAddress", institution.url());
    }
    contacts.pruneIfEmpty();
    if (!fits(institution.id(), 1, Pesc.NAME)) {
      Notes.write(to, "Organization", institution.id());
    }
    noteIfCut(to, "Name", institution.name(), Pesc.NAME);
    institution.identifiers().stream()
        .filter(each -> each.salt() == null && !written.contains(each))
        .forEach(each -> Notes.write(to, "Identifier", each.type() + " " + each.value()));
  }

  private static void address(Branch contacts, Institution.@Nullable Address address) {
    if (address == null || address.street() == null || address.locality() == null) {
      return;
    }
    List<String> lines = address.street().lines().filter(each -> !each.isBlank()).toList();
    boolean short40 = lines.stream().allMatch(each -> fits(each, 1, 40));
    boolean written = !lines.isEmpty() && lines.size() <= 3 && short40;
    if (!written || !fits(address.locality(), 2, 30)) {
      return;
    }
    String region = address.region();
    String postal = address.postalCode();
    String country = address.countryCode();
    boolean code = fits(postal, 1, 17);
    String ofState = region == null ? null : Pesc.country(region);
    boolean domestic = code && ofState != null && ofState.equals(country);
    if (!domestic && (country == null || !country.matches("[A-Z]{2}"))) {
      return;
    }
    Branch to = contacts.child("Address");
    lines.forEach(each -> to.text("AddressLine", each));
    to.text("City", address.locality());
    if (domestic) {
      to.text("StateProvinceCode", region).text("PostalCode", postal);
    } else {
      to.text("StateProvince", fits(region, 2, 30) ? region : null);
      to.text("PostalCode", code ? postal : null).text("CountryCode", country);
    }
  }

  /** "+1 555 0100" in its parts; whatever else is short enough as one number. */
  private static void phone(Branch contacts, @Nullable String phone) {
    String[] parts = phone == null ? new String[0] : phone.split(" ", 3);
    if (parts.length == 3
        && parts[0].matches("\\+[0-9]{1,3}")
        && fits(parts[1], 1, 5)
        && fits(parts[2], 1, 11)) {
      contacts
          .child("Phone")
          .text("CountryPrefixCode", parts[0].substring(1))
          .text("AreaCityCode", parts[1])
          .text("PhoneNumber", parts[2]);
    } else if (fits(phone, 1, 11)) {
      contacts.child("Phone").text("PhoneNumber", phone);
    }
  }

  /** An element with the beginning of a text that may be too long for it. */
  static void cut(Branch to, String element, @Nullable String text, int longest) {
    String token = text == null ? "" : XmlText.token(text);
    if (!token.isEmpty()) {
      to.text(element, XmlText.atMost(token, longest));
    }
  }

  /** The whole of a text that an element could not hold as it is. */
  static void noteIfCut(Branch to, String label, @Nullable String text, int longest) {
    if (text != null && !fits(text, 1, longest)) {
      Notes.write(to, label, text);
    }
  }

  private static boolean fits(Identifier identifier, int longest) {
    return identifier.salt() == null
        && !identifier.isHashed()
        && fits(identifier.value(), 1, longest);
  }

  static boolean fits(@Nullable String text, int shortest, int longest) {
    return text != null
        && text.length() >= shortest
        && text.length() <= longest
        && text.equals(XmlText.token(text));
  }
}
