package org.vellum.credentials.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.Security;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  private static final String DID = "did:web:university.example";
  private static final HexFormat HEX = HexFormat.of();

  /** The vectors of draft-msporny-base58-03, section 5. */
  @ParameterizedTest
  @CsvSource({
    "48656c6c6f20576f726c6421, 2NEpo7TZRRrLZSi2U",
    "0000287fb4cd, 11233QC4",
    "54686520717569636b2062726f776e20666f78206a756d7073206f76657220746865206c617a7920646f672e,"
        + " USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z"
  })
  void base58_is_written_and_read_as_its_draft_shows(String hex, String base58) {
    assertThat(Base58.encode(HEX.parseHex(hex))).isEqualTo(base58);
    assertThat(Base58.decode(base58)).isEqualTo(HEX.parseHex(hex));
  }

  @Test
  void base58_comes_back_whatever_the_bytes() {
    Random random = new Random(3);
    for (int length = 0; length < 100; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      Arrays.fill(bytes, 0, length / 4, (byte) 0);
      assertThat(Base58.decode(Base58.encode(bytes))).isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "O", "I", "l", " ", "é", "2NEpo7TZRRrLZSi2U!"})
  void base58_with_a_foreign_character_is_refused(String text) {
    assertThatThrownBy(() -> Base58.decode(text)).isInstanceOf(IllegalArgumentException.class);
  }

  /** RFC 8032, section 7.1, test 3. */
  @Test
  void signatures_are_those_of_the_rfc() {
    var key =
        Ed25519.privateKey(
            HEX.parseHex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"));
    var publicKey =
        Ed25519.publicKey(
            HEX.parseHex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"));
    byte[] message = HEX.parseHex("af82");

    byte[] signature = Ed25519.sign(key, message);

    assertThat(HEX.formatHex(signature))
        .isEqualTo(
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
    assertThat(Ed25519.verify(publicKey, message, signature)).isTrue();
    assertThat(Ed25519.verify(publicKey, "other".getBytes(UTF_8), signature)).isFalse();
    assertThat(Ed25519.verify(publicKey, message, new byte[64])).isFalse();
    assertThat(Ed25519.verify(publicKey, message, new byte[3])).isFalse();
  }

  @Test
  void keys_of_the_jdk_sign_as_well() throws Exception {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] message = {7};

    assertThat(Ed25519.verify(pair.getPublic(), message, Ed25519.sign(pair.getPrivate(), message)))
        .isTrue();
  }

  @Test
  void choosing_a_provider_leaves_the_list_of_the_jvm_alone() {
    assertThat(Ed25519.providerName()).isEqualTo("BC");
    assertThat(Security.getProvider("BC")).isNull();
  }

  @Test
  void a_provider_that_is_absent_or_broken_is_passed_over() {
    SignatureProvider chosen =
        SignatureProvider.firstThatWorks(
            List.of(
                () -> {
                  throw new ClassNotFoundException("absent");
                },
                () -> {
                  throw new UnsatisfiedLinkError("its native library does not load");
                },
                () ->
                    new SignatureProvider(
                        SignatureAlgorithm.ED25519,
                        Security.getProvider("SUN"),
                        SignatureProvider.bouncyCastle(SignatureAlgorithm.ED25519).keys()),
                () -> SignatureProvider.bouncyCastle(SignatureAlgorithm.ED25519)));

    assertThat(chosen.signing().getName()).isEqualTo("BC");
  }

  @Test
  void a_new_key_is_named_by_its_multikey() {
    IssuerKey key = IssuerKey.generate(DID);

    assertThat(key.publicKeyMultibase()).startsWith("z6Mk").hasSize(48);
    assertThat(key.verificationMethod()).isEqualTo(DID + "#" + key.publicKeyMultibase());
    assertThat(key.controller()).isEqualTo(DID);
    assertThat(Multikey.decode(key.publicKeyMultibase()).getEncoded())
        .isEqualTo(key.publicKey().getEncoded());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "z",
        "6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi",
        "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hw",
        "z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc"
      })
  void what_is_no_multikey_of_these_curves_is_refused(String text) {
    assertThatThrownBy(() -> Multikey.decode(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void multibase_of_absurd_length_is_refused_before_it_is_decoded() {
    assertThatThrownBy(() -> Multibase.decode("z" + "1".repeat(2_000)))
        .hasMessageContaining("longer");
  }

  @Test
  void a_key_is_never_printed() {
    IssuerKey key = IssuerKey.generate(DID);

    assertThat(key.toString()).isEqualTo("IssuerKey[" + key.verificationMethod() + "]");
  }

  @Test
  void a_key_kept_under_a_secret_comes_back_with_the_secret_only() {
    IssuerKey key = IssuerKey.generate(DID);
    String multikey = key.publicKeyMultibase();
    byte[] kept = key.encryptedPkcs8("correct horse".toCharArray());

    IssuerKey back =
        IssuerKey.decrypt(key.verificationMethod(), kept, multikey, "correct horse".toCharArray());

    byte[] message = {1, 2, 3};
    assertThat(Ed25519.sign(back.privateKey(), message))
        .isEqualTo(Ed25519.sign(key.privateKey(), message));
    assertThatThrownBy(() ->
            IssuerKey.decrypt(key.verificationMethod(), kept, multikey, "wrong".toCharArray()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            IssuerKey.decrypt(
                key.verificationMethod(),
                kept,
                IssuerKey.generate(DID).publicKeyMultibase(),
                "correct horse".toCharArray()))
        .hasMessageContaining("does not belong");
    assertThatThrownBy(() ->
            IssuerKey.decrypt(
                key.verificationMethod(), new byte[] {1}, multikey, "x".toCharArray()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:9080, did:web:localhost%3A9080,"
        + " https://localhost:9080/.well-known/did.json",
    "https://university.example, did:web:university.example,"
        + " https://university.example/.well-known/did.json",
    "https://university.example/registrar/, did:web:university.example:registrar,"
        + " https://university.example/registrar/did.json"
  })
  void a_web_address_and_its_did_lead_to_each_other(String base, String did, String document) {
    assertThat(DidWeb.of(URI.create(base))).isEqualTo(did);
    assertThat(DidWeb.documentUrl(did)).hasToString(document);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "did:key:z6Mk",
        "did:web:",
        "did:web:university.example%2Fpath",
        "did:web:user%40university.example",
        "did:web:university.example:..:secret",
        "did:web:university.example:a/b",
        "did:web:university.example:%zz?x",
        "did:web:a%3Ab%3Ac",
        "did:web:%",
      })
  void a_did_that_hides_something_has_no_document(String did) {
    assertThatThrownBy(() -> DidWeb.documentUrl(did)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_did_document_lists_every_key_for_assertion() {
    IssuerKey old = IssuerKey.generate(DID);
    IssuerKey current = IssuerKey.generate(DID);

    ObjectNode document =
        DidWeb.document(DID, List.of(old.verificationKey(), current.verificationKey()));

    assertThat(document.at("/id").asText()).isEqualTo(DID);
    assertThat(document.at("/assertionMethod/0").asText()).isEqualTo(old.verificationMethod());
    assertThat(document.at("/assertionMethod/1").asText()).isEqualTo(current.verificationMethod());
    assertThat(document.at("/verificationMethod/1/controller").asText()).isEqualTo(DID);
    assertThat(document.at("/verificationMethod/1/type").asText()).isEqualTo("Multikey");
    assertThat(document.at("/verificationMethod/1/publicKeyMultibase").asText())
        .isEqualTo(current.publicKeyMultibase());
  }
}
