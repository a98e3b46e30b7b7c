package org.vellum.credentials.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.security.interfaces.ECPublicKey;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;

class DetachedJwsTest {
  private static final String CONTROLLER = "did:web:university.example";
  private static final byte[] FILE = "{\"rows\": 3}\n".getBytes(UTF_8);

  @ParameterizedTest
  @EnumSource(names = {"ES256", "ED25519"})
  void what_a_key_signed_verifies_with_it_alone(SignatureAlgorithm algorithm) {
    IssuerKey key = IssuerKey.generate(CONTROLLER, algorithm);
    IssuerKey other = IssuerKey.generate(CONTROLLER, algorithm);
    String jws = DetachedJws.of(FILE, key).signedBy(key);
    assertThat(DetachedJws.verify(jws, FILE, key.publicKey())).isTrue();
    assertThat(DetachedJws.verify(jws, FILE, other.publicKey())).isFalse();
    assertThat(DetachedJws.verify(jws, "{}".getBytes(UTF_8), key.publicKey())).isFalse();
  }

  @Test
  void another_library_verifies_it() throws Exception {
    IssuerKey key = IssuerKey.generate(CONTROLLER, SignatureAlgorithm.ES256);
    String jws = DetachedJws.of(FILE, key).signedBy(key);
    JWSObject parsed = JWSObject.parse(jws, new Payload(FILE));
    assertThat(parsed.verify(new ECDSAVerifier((ECPublicKey) key.publicKey(), Set.of("b64"))))
        .isTrue();
    assertThat(parsed.getHeader().getKeyID()).isEqualTo(key.verificationMethod());
  }

  @Test
  void what_is_no_detached_signature_does_not_verify() {
    IssuerKey key = IssuerKey.generate(CONTROLLER, SignatureAlgorithm.ES256);
    String jws = DetachedJws.of(FILE, key).signedBy(key);
    String signature = jws.substring(jws.lastIndexOf('.') + 1);
    String encodedPayload =
        CompactJws.encode("{\"alg\":\"ES256\"}".getBytes(UTF_8)) + ".." + signature;
    for (String wrong : new String[] {"", "a.b", jws + ".", encodedPayload, "e30.." + signature}) {
      assertThat(DetachedJws.verify(wrong, FILE, key.publicKey())).as(wrong).isFalse();
    }
  }
}
