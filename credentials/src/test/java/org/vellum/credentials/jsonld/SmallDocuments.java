package org.vellum.credentials.jsonld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Documents of a few lines, each with something that large ones have seldom. */
final class SmallDocuments {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SmallDocuments() {}

  static List<ObjectNode> all(ObjectNode signed) {
    List<ObjectNode> documents = new ArrayList<>();
    documents.add(proofOf(signed));
    documents.add(presentation());
    documents.add(endorsedTwice());
    documents.add(withLists());
    documents.add(ofOpenBadges2());
    documents.add(ofTheOlderDataModel());
    return documents;
  }

  private static ObjectNode badge(String... contexts) {
    ObjectNode badge = JSON.objectNode();
    var array = badge.putArray("@context");
    for (String context : contexts) {
      array.add(context);
    }
    badge.putArray("type").add("VerifiableCredential").add("OpenBadgeCredential");
    badge.putObject("issuer").put("id", "did:web:university.example").put("type", "Profile");
    return badge;
  }

  private static ObjectNode proofOf(ObjectNode signed) {
    ObjectNode options = (ObjectNode) signed.get("proof").deepCopy();
    options.remove("proofValue");
    options.set("@context", signed.get("@context").deepCopy());
    return options;
  }

  private static ObjectNode presentation() {
    ObjectNode presentation = JSON.objectNode();
    presentation.putArray("@context").add(ContextUrls.CREDENTIALS_V2);
    presentation.putArray("type").add("VerifiablePresentation");
    var credentials = presentation.putArray("verifiableCredential");
    for (int i = 0; i < 2; i++) {
      ObjectNode badge = badge(ContextUrls.CREDENTIALS_V2, ContextUrls.OPEN_BADGES_3_0_3);
      badge.putObject("credentialSubject").put("type", "AchievementSubject");
      credentials.add(badge);
    }
    presentation.putObject("proof").put("type", "DataIntegrityProof").put("nonce", "n");
    return presentation;
  }

  private static ObjectNode endorsedTwice() {
    ObjectNode badge = badge(ContextUrls.CREDENTIALS_V2, ContextUrls.OPEN_BADGES_3_0_3);
    var endorsements = badge.putArray("endorsement");
    for (int i = 0; i < 2; i++) {
      ObjectNode endorsement = endorsements.addObject();
      endorsement.putArray("type").add("VerifiableCredential").add("EndorsementCredential");
      endorsement
          .putObject("credentialSubject")
          .put("type", "EndorsementSubject")
          .put("endorsementComment", "Well done");
      endorsement
          .putObject("proof")
          .put("type", "DataIntegrityProof")
          .put("proofPurpose", "assertionMethod")
          .put("proofValue", "z1");
    }
    return badge;
  }

  private static ObjectNode withLists() {
    ObjectNode badge = badge(ContextUrls.CREDENTIALS_V2, ContextUrls.OPEN_BADGES_3_0_3);
    ObjectNode achievement =
        badge
            .putObject("credentialSubject")
            .put("type", "AchievementSubject")
            .putObject("achievement")
            .put("type", "Achievement");
    var descriptions = achievement.putArray("resultDescription");
    for (int i = 0; i < 2; i++) {
      ObjectNode description = descriptions.addObject().put("type", "ResultDescription");
      description.putArray("allowedValue").add("A").add("A").add("B");
      description.putArray("rubricCriterionLevel").addObject().put("type", "RubricCriterionLevel");
    }
    return badge;
  }

  private static ObjectNode ofOpenBadges2() {
    ObjectNode assertion = JSON.objectNode();
    assertion.put("@context", ContextUrls.OPEN_BADGES_2_0);
    assertion.put("type", "Assertion").put("id", "https://university.example/assertions/1");
    assertion.putObject("recipient").put("type", "email").put("hashed", false).put("identity", "a");
    assertion.put("badge", "https://university.example/badges/1");
    assertion.put("issuedOn", "2026-05-01T08:00:00Z");
    return assertion;
  }

  private static ObjectNode ofTheOlderDataModel() {
    ObjectNode badge =
        badge(
            ContextUrls.CREDENTIALS_V1,
            ContextUrls.OPEN_BADGES_3_0_2,
            ContextUrls.CLR_2_0,
            ContextUrls.ED25519_2020);
    badge.put("issuanceDate", "2026-05-01T08:00:00Z");
    badge.putObject("credentialSubject").put("type", "AchievementSubject");
    badge
        .putObject("proof")
        .put("type", "Ed25519Signature2020")
        .put("verificationMethod", "did:web:university.example#key")
        .put("proofPurpose", "assertionMethod");
    return badge;
  }
}
