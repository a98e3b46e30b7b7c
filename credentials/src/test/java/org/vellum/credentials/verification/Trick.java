package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Something that a forger does to a signed badge with a status and an end. */
record Trick(String name, Consumer<ObjectNode> play) {

  @Override
  public String toString() {
    return name;
  }

  static Stream<Trick> all() {
    return Stream.of(lost(), changed(), hidden(), broken()).flatMap(tricks -> tricks);
  }

  /** Data that a JSON-LD processor loses in silence. */
  private static Stream<Trick> lost() {
    return Stream.of(
        new Trick(
            "forged evidence with a relative address",
            badge ->
                ((ArrayNode) badge.get("evidence"))
                    .addObject()
                    .put("id", "forged.pdf")
                    .putArray("type")
                    .add("Evidence")),
        new Trick(
            "an undefined type added to the subject",
            badge -> ((ArrayNode) badge.at("/credentialSubject/type")).add("Valedictorian")),
        new Trick("an undefined member added", badge -> badge.put("honours", "first class")),
        new Trick(
            "a direction given to a text",
            badge ->
                badge
                    .putObject("name")
                    .put("@value", badge.path("name").asText())
                    .put("@direction", "rtl")),
        new Trick(
            "a member given as null",
            badge -> badge.withObject("/credentialSubject").putNull("licenseNumber")),
        new Trick("a member given as an empty array", badge -> badge.putArray("endorsement")),
        new Trick(
            "an array wrapped in an array",
            badge -> {
              ArrayNode tags = (ArrayNode) badge.at("/credentialSubject/achievement/tag");
              ArrayNode inner = tags.deepCopy();
              tags.removeAll().add(inner);
            }));
  }

  /** Data and proofs that say something else. */
  private static Stream<Trick> changed() {
    return Stream.of(
        new Trick(
            "the validity extended", badge -> badge.put("validUntil", "2099-01-01T00:00:00Z")),
        new Trick("the validity removed", badge -> badge.remove("validUntil")),
        new Trick("the status removed", badge -> badge.remove("credentialStatus")),
        new Trick(
            "the index of the status changed",
            badge -> badge.withObject("/credentialStatus").put("statusListIndex", "2")),
        new Trick(
            "the subject changed",
            badge -> badge.withObject("/credentialSubject").put("id", "urn:uuid:0")),
        new Trick(
            "the time of signing changed",
            badge -> badge.withObject("/proof").put("created", "2026-05-01T08:00:01Z")),
        new Trick(
            "a member added to the proof",
            badge -> badge.withObject("/proof").put("domain", "x.example")),
        new Trick(
            "an undefined member added to the proof",
            badge -> badge.withObject("/proof").put("signer", "x")),
        new Trick(
            "the purpose of the proof changed",
            badge -> badge.withObject("/proof").put("proofPurpose", "authentication")));
  }

  /** The same said in another form, past whoever looks for it by name. */
  private static Stream<Trick> hidden() {
    return Stream.of(
        new Trick(
            "a context put before all others",
            badge ->
                ((ArrayNode) badge.get("@context"))
                    .insert(0, "https://www.w3.org/ns/credentials/v2")),
        new Trick(
            "the end hidden behind its full name",
            badge ->
                badge
                    .putObject("https://www.w3.org/2018/credentials#validUntil")
                    .put("@type", "http://www.w3.org/2001/XMLSchema#dateTime")
                    .set("@value", badge.remove("validUntil"))),
        new Trick(
            "the status hidden behind its full name",
            badge ->
                badge.set(
                    "https://www.w3.org/2018/credentials#credentialStatus",
                    badge.remove("credentialStatus"))),
        new Trick(
            "the purpose of the status in another form",
            badge ->
                badge
                    .withObject("/credentialStatus")
                    .putObject("statusPurpose")
                    .put("@value", "revocation")),
        new Trick(
            "the purpose of the status in an array",
            badge ->
                badge.withObject("/credentialStatus").putArray("statusPurpose").add("revocation")));
  }

  /** What is no signed badge any more. */
  private static Stream<Trick> broken() {
    return Stream.of(
        new Trick("a keyword in place of its name", badge -> badge.set("@id", badge.remove("id"))),
        new Trick(
            "a type written in full",
            badge ->
                ((ArrayNode) badge.get("type"))
                    .set(
                        1, "https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential")),
        new Trick("the proof removed", badge -> badge.remove("proof")),
        new Trick("the proof emptied", badge -> badge.putArray("proof")),
        new Trick("a proof that is text", badge -> badge.put("proof", "trust me")),
        new Trick("the whole wrapped in a graph", badge -> badge.putArray("@graph").addObject()),
        new Trick("a blank node as id", badge -> badge.put("id", "_:b0")));
  }
}
