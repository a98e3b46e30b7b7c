package org.vellum.credentials.clr;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.openbadges.Address;
import org.vellum.credentials.openbadges.IdentifierEntry;
import org.vellum.credentials.openbadges.IdentityObject;
import org.vellum.credentials.openbadges.Profile;
import org.vellum.credentials.openbadges.Vocabulary;
import org.vellum.credentials.record.Identifier;
import org.vellum.credentials.record.Institution;
import org.vellum.credentials.record.Learner;
import org.vellum.credentials.record.LearnerRecord;

/** Writes learners and institutions. */
record People(Words words) {
  static final String GIVEN_NAME = "ext:givenName";
  static final String FAMILY_NAME = "ext:familyName";
  static final String DATE_OF_BIRTH = "ext:dateOfBirth";

  /** Who a credential is about. */
  record Holder(@Nullable String id, List<IdentityObject> identities) {}

  /** The subject needs an id or an identity; who has neither is named by the record. */
  Holder holder(LearnerRecord record) {
    Learner learner = record.learner();
    List<IdentityObject> identities = new ArrayList<>();
    plain(identities, "name", learner.fullName());
    plain(identities, GIVEN_NAME, learner.givenName());
    plain(identities, FAMILY_NAME, learner.familyName());
    plain(
        identities,
        DATE_OF_BIRTH,
        learner.dateOfBirth() == null ? null : learner.dateOfBirth().toString());
    plain(identities, "emailAddress", learner.email());
    for (int i = 0; i < learner.identifiers().size(); i++) {
      identity("learner.identifiers[" + i + "]", learner.identifiers().get(i), identities);
    }
    String id = words.uri("learner.id", "id", learner.id());
    boolean named = id != null || !identities.isEmpty();
    return new Holder(named ? id : anonymous(record.id()), List.copyOf(identities));
  }

  static String anonymous(String recordId) {
    return Names.part(Names.uri("urn:record", recordId), "learner");
  }

  private static void plain(List<IdentityObject> all, String type, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      all.add(IdentityObject.plain(value, type));
    }
  }

  private void identity(String place, Identifier identifier, List<IdentityObject> all) {
    if (identifier.value().isBlank()) {
      words.lost(false, place, "value", "an empty identifier");
      return;
    }
    String type =
        words.known(place + ".type", "type", identifier.type(), Vocabulary.IDENTIFIER_TYPES);
    all.add(new IdentityObject(identifier.isHashed(), identifier.value(), type, identifier.salt()));
  }

  Profile profile(String place, Institution institution) {
    List<IdentifierEntry> identifiers = new ArrayList<>();
    for (int i = 0; i < institution.identifiers().size(); i++) {
      identifier(place + ".identifiers[" + i + "]", institution.identifiers().get(i), identifiers);
    }
    return Profile.builder(Names.uri("urn:institution", institution.id()))
        .name(institution.name())
        .url(words.uri(place + ".url", "url", institution.url()))
        .email(institution.email())
        .phone(institution.phone())
        .address(address(institution.address()))
        .otherIdentifier(identifiers)
        .build();
  }

  void identifier(String place, Identifier identifier, List<IdentifierEntry> all) {
    words.lost(
        identifier.salt() == null, place + ".salt", "salt", "an IdentifierEntry is never hashed");
    if (identifier.value().isBlank()) {
      words.lost(false, place, "value", "an empty identifier");
      return;
    }
    String type =
        words.known(place + ".type", "type", identifier.type(), Vocabulary.IDENTIFIER_TYPES);
    all.add(new IdentifierEntry(identifier.value(), type));
  }

  private static @Nullable Address address(Institution.@Nullable Address address) {
    return address == null
        ? null
        : new Address(
            null,
            address.countryCode(),
            address.region(),
            address.locality(),
            address.street(),
            null,
            address.postalCode(),
            null);
  }
}
