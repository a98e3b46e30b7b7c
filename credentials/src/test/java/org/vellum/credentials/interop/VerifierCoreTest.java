package org.vellum.credentials.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.Npm;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.Multikey;
import org.vellum.credentials.openbadges.Profile;
import org.vellum.credentials.proof.EddsaRdfc2022;

/**
 * The verifier of the Digital Credentials Consortium, which stands behind its wallet and its public
 * page, as a judge of what Vellum signs. It goes to the web for what it does not know; in this test
 * the web is the contexts of Vellum and the university's documents.
 */
class VerifierCoreTest {
  private final Examples university = new Examples();

  @Test
  void badges_and_records_verify_there_and_a_changed_character_does_not() {
    IssuerKey key = universityByItsKey();
    ObjectNode badge =
        new EddsaRdfc2022()
            .sign(
                issuedBy(key, Examples.badge(1).credentialStatus(null).build().toJson()),
                key,
                Examples.ISSUED);
    ObjectNode ofWeb = university.sign(Examples.badge(2).credentialStatus(null).build().toJson());
    ObjectNode record =
        university.sign(Examples.record(List.of(ofWeb)).credentialStatus(null).build().toJson());

    List<JsonNode> done =
        judge(badge, changed(badge), ofWeb, changed(ofWeb), record, changed(record));

    assertThat(done.stream().map(each -> each.path("signature").asBoolean()).toList())
        .as(done.toString())
        .containsExactly(true, false, true, false, true, false);
  }

  private List<JsonNode> judge(ObjectNode... credentials) {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    ArrayNode sent = input.putArray("credentials");
    List.of(credentials).forEach(sent::add);
    input.set("documents", JavaScript.documents(university.web));
    return List.copyOf(Npm.run("verifier-core.mjs", input).get("done").valueStream().toList());
  }

  private static IssuerKey universityByItsKey() {
    IssuerKey key = IssuerKey.generate(Examples.DID);
    String name = Multikey.encode(key.publicKey());
    String did = "did:key:" + name;
    return new IssuerKey(did + "#" + name, key.privateKey(), key.publicKey());
  }

  private static ObjectNode issuedBy(IssuerKey key, ObjectNode credential) {
    ObjectNode issuer = Profile.builder(key.controller()).name("Example").build().toJson();
    return credential.set("issuer", issuer);
  }

  private static ObjectNode changed(ObjectNode credential) {
    ObjectNode changed = credential.deepCopy();
    return changed.put("name", changed.path("name").asText().substring(1));
  }
}
