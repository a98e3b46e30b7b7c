package org.vellum.credentials.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import org.vellum.credentials.jose.JwtWriter;
import org.vellum.credentials.jose.KeyNaming;
import org.vellum.credentials.jsonld.Canonicalizer;
import org.vellum.credentials.key.Signer;
import org.vellum.credentials.proof.EcdsaJcs2019;
import org.vellum.credentials.proof.EcdsaRdfc2019;
import org.vellum.credentials.proof.EddsaJcs2022;
import org.vellum.credentials.proof.EddsaRdfc2022;
import org.vellum.credentials.selective.Disclosure;
import org.vellum.credentials.selective.EcdsaSd2023;

/** The ways to sign that the command line offers, by the names that the standards give them. */
enum Signing {
  /** The one that certification of Open Badges 3.0 and CLR 2.0 names; of Ed25519 keys. */
  EDDSA_RDFC_2022,
  /** Of keys on P-256 or P-384. */
  ECDSA_RDFC_2019,
  /** Of Ed25519 keys, over the JSON as it stands. */
  EDDSA_JCS_2022,
  /** Of keys on P-256 or P-384, over the JSON as it stands. */
  ECDSA_JCS_2019,
  /** Of keys on P-256; the learner can derive parts of it. */
  ECDSA_SD_2023,
  /** A token by the profile of Open Badges 3.0. */
  JWT_OB3,
  /** A token by VC-JOSE-COSE. */
  JWT_VC;

  /** As the standards write it, such as {@code eddsa-rdfc-2022}. */
  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The signed credential, ready to be written into a file. */
  byte[] sign(ObjectNode credential, Signer key, Instant created) {
    return switch (this) {
      case JWT_OB3 -> text(JwtWriter.openBadges(credential, key, KeyNaming.KID));
      case JWT_VC -> text(JwtWriter.joseCose(credential, key, KeyNaming.KID));
      case EDDSA_RDFC_2022, ECDSA_RDFC_2019, EDDSA_JCS_2022, ECDSA_JCS_2019, ECDSA_SD_2023 ->
          Output.json(embedded(credential, key, created));
    };
  }

  /**
   * A copy in which each credential inside that has no proof has one: they are signed before the
   * record around them. By the same suite, but for ecdsa-sd-2023, where the record's own proof does
   * the disclosing and those inside are whole.
   */
  ObjectNode childrenSigned(ObjectNode record, Signer key, Instant created) {
    ObjectNode copy = record.deepCopy();
    Signing inside = this == ECDSA_SD_2023 ? ECDSA_RDFC_2019 : this;
    JsonNode children = copy.path("credentialSubject").path("verifiableCredential");
    if (children instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i) instanceof ObjectNode child && !child.has("proof")) {
          array.set(i, inside.embedded(child, key, created));
        }
      }
    }
    return copy;
  }

  private ObjectNode embedded(ObjectNode credential, Signer key, Instant created) {
    return switch (this) {
      case EDDSA_RDFC_2022 -> new EddsaRdfc2022().sign(credential, key, created);
      case ECDSA_RDFC_2019 -> new EcdsaRdfc2019().sign(credential, key, created);
      case EDDSA_JCS_2022 -> new EddsaJcs2022().sign(credential, key, created);
      case ECDSA_JCS_2019 -> new EcdsaJcs2019().sign(credential, key, created);
      case ECDSA_SD_2023 ->
          new EcdsaSd2023(new Canonicalizer())
              .sign(credential, key, Disclosure.mandatory(credential), created, new SecureRandom());
      case JWT_OB3, JWT_VC ->
          throw new IllegalArgumentException("credentials inside a token are signed beforehand");
    };
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
