package org.vellum.credentials.openbadges2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Lenient;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.Identifier;
import org.vellum.credentials.record.Institution;
import org.vellum.credentials.record.Learner;
import org.vellum.credentials.record.LearnerRecord;

/** Reads the assertions of one learner into a record. */
final class AssertionReader {
  /** The members that are read, or that only say what an object is and how it is verified. */
  static final Set<String> KNOWN =
      Set.of(
          "@context",
          "@language",
          "id",
          "uid",
          "type",
          "recipient",
          "badge",
          "verification",
          "verify",
          "issuedOn",
          "expires",
          "narrative",
          "evidence",
          "name",
          "description",
          "criteria",
          "alignment",
          "tags",
          "issuer",
          "url",
          "email",
          "telephone",
          "targetName",
          "targetUrl",
          "targetCode",
          "targetFramework",
          "genre");

  static final Set<String> OPAQUE = Set.of("@context", "recipient", "verification", "verify");

  private final List<ObjectNode> assertions;
  private final Institution institution;

  AssertionReader(List<ObjectNode> assertions) {
    this.assertions = assertions;
    this.institution = issuer(Lenient.of(assertions.getFirst()).object("badge").object("issuer"));
  }

  LearnerRecord record() {
    List<Attainment> attainments = new ArrayList<>();
    for (ObjectNode assertion : assertions) {
      attainments.add(attainment(Lenient.of(assertion)));
    }
    Instant issued =
        attainments.stream()
            .map(Attainment::awarded)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    return new LearnerRecord(
        attainments.getFirst().id(),
        "Badges of " + institution.name(),
        learner(),
        institution,
        issued,
        null,
        List.of(),
        attainments,
        List.of(),
        List.of());
  }

  private Learner learner() {
    RecipientIdentity recipient =
        RecipientIdentity.read(assertions.getFirst().path("recipient")).orElse(null);
    if (recipient == null) {
      return new Learner(null, null, null, null, null, null, List.of());
    }
    boolean email = recipient.type().equals("email");
    String identity = recipient.identity();
    if (recipient.hashed()) {
      String type = email ? "emailAddress" : "identifier";
      Identifier identifier = new Identifier(type, identity, recipient.salt());
      return new Learner(null, null, null, null, null, null, List.of(identifier));
    }
    return new Learner(
        email ? null : identity, null, null, null, null, email ? identity : null, List.of());
  }

  private Attainment attainment(Lenient assertion) {
    Lenient badge = assertion.object("badge");
    Institution issuer = badge.object("issuer").isPresent() ? issuer(badge.object("issuer")) : null;
    String uid = assertion.text("uid");
    return new Attainment(
        assertion.text("id", uid == null ? "urn:vellum:unnamed" : "urn:vellum:uid:" + uid),
        achievement(badge),
        assertion.instant("issuedOn"),
        assertion.instant("expires"),
        null,
        null,
        null,
        null,
        List.of(),
        assertion.text("narrative"),
        assertion.list("evidence").stream().map(AssertionReader::evidence).toList(),
        institution.equals(issuer) ? null : issuer);
  }

  private static Attainment.Achievement achievement(Lenient badge) {
    String id = badge.text("id", "urn:vellum:unnamed");
    List<Attainment.Alignment> alignments =
        badge.list("alignment").stream().map(AssertionReader::alignment).toList();
    return new Attainment.Achievement(
        id,
        "Badge",
        badge.text("name", id),
        badge.text("description", ""),
        criteria(badge.object("criteria"), id),
        null,
        null,
        badge.text("@language"),
        null,
        alignments,
        List.of(),
        badge.texts("tags"));
  }

  private static @Nullable String criteria(Lenient criteria, String badge) {
    String id = criteria.text("id");
    return criteria.text("narrative") == null && !badge.equals(id)
        ? id
        : criteria.text("narrative");
  }

  private static Attainment.Alignment alignment(Lenient alignment) {
    String url = alignment.text("targetUrl", alignment.text("id", ""));
    return new Attainment.Alignment(
        null,
        alignment.text("targetName", url),
        url,
        alignment.text("targetCode"),
        alignment.text("targetFramework"));
  }

  private static Attainment.Evidence evidence(Lenient evidence) {
    return new Attainment.Evidence(
        evidence.text("id"),
        evidence.text("name"),
        evidence.text("narrative") == null
            ? evidence.text("description")
            : evidence.text("narrative"),
        evidence.text("genre"));
  }

  private static Institution issuer(Lenient issuer) {
    String id = issuer.text("id", "urn:vellum:unnamed");
    return new Institution(
        id,
        issuer.text("name", id),
        issuer.text("url"),
        issuer.text("email"),
        issuer.text("telephone"),
        null,
        List.of());
  }
}
