package org.vellum.credentials.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptedForTest {
  private static final byte[] SECRET = "S-1,123456789\r\n".getBytes(UTF_8);

  @Test
  void the_holder_of_the_private_key_reads_it_and_nobody_else() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("aid-office").generate();
    String jwe =
        EncryptedFor.holderOf(key.toPublicJWK().toJSONString()).encrypt(SECRET, "text/csv");
    JWEObject read = JWEObject.parse(jwe);
    assertThat(read.getHeader().getAlgorithm().getName()).isEqualTo("ECDH-ES+A256KW");
    assertThat(read.getHeader().getEncryptionMethod().getName()).isEqualTo("A256GCM");
    assertThat(read.getHeader().getKeyID()).isEqualTo("aid-office");
    assertThat(read.getHeader().getContentType()).isEqualTo("text/csv");
    assertThat(decrypted(jwe, new ECDHDecrypter(key))).isEqualTo(SECRET);
    ECKey other = new ECKeyGenerator(Curve.P_256).generate();
    assertThatThrownBy(() -> decrypted(jwe, new ECDHDecrypter(other)))
        .isInstanceOf(JOSEException.class);
  }

  @Test
  void an_rsa_key_will_do_and_every_encryption_is_another() throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).generate();
    EncryptedFor recipient = EncryptedFor.holderOf(key.toPublicJWK().toJSONString());
    String jwe = recipient.encrypt(SECRET, "text/csv");
    assertThat(decrypted(jwe, new RSADecrypter(key))).isEqualTo(SECRET);
    assertThat(recipient.encrypt(SECRET, "text/csv")).isNotEqualTo(jwe);
  }

  private static byte[] decrypted(String jwe, JWEDecrypter with) throws Exception {
    JWEObject read = JWEObject.parse(jwe);
    read.decrypt(with);
    return read.getPayload().toBytes();
  }

  @Test
  void a_private_key_and_one_for_signatures_are_refused() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE).generate();
    assertThatThrownBy(() -> EncryptedFor.holderOf(key.toJSONString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("private");
    assertThatThrownBy(() -> EncryptedFor.holderOf(key.toPublicJWK().toJSONString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("signatures");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no key",
        "{}",
        "{\"kty\":\"oct\",\"k\":\"AAAA\"}",
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AAAA\",\"y\":\"AAAA\"}"
      })
  void what_is_no_such_key_is_refused(String jwk) {
    assertThatThrownBy(() -> EncryptedFor.holderOf(jwk))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
