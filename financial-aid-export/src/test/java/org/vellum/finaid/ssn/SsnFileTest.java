package org.vellum.finaid.ssn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.jose.EncryptedFor;

class SsnFileTest {
  @TempDir Path folder;

  @Test
  void only_the_reader_sees_the_numbers_in_the_order_of_the_learners() throws Exception {
    SsnFile file = new SsnFile();
    file.add("S-2", number("078-05-1121"));
    file.add("S-1", number("123456789"));
    assertThat(decrypted(file))
        .isEqualTo("institutionStudentId,ssn\r\n\"S-1\",123456789\r\n\"S-2\",078051121\r\n");
  }

  private static SocialSecurityNumber number(String text) {
    return SocialSecurityNumber.read(text).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12345678",
        "1234567890",
        "000123456",
        "666123456",
        "900123456",
        "123004567",
        "123450000",
        "12345678x",
        "1234-56789",
        "123-45-678",
        "１２３４５６７８９"
      })
  void a_number_that_is_never_given_is_none(String text) {
    assertThat(SocialSecurityNumber.read(text)).isEmpty();
  }

  @Test
  void as_text_it_shows_its_last_four_digits() {
    assertThat(SocialSecurityNumber.read("123-45-6789"))
        .map(Object::toString)
        .contains("***-**-6789");
  }

  private String decrypted(SsnFile file) throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).generate();
    file.write(folder, EncryptedFor.holderOf(key.toPublicJWK().toJSONString()));
    JWEObject jwe = JWEObject.parse(Files.readString(folder.resolve("ssn.csv.jwe")));
    jwe.decrypt(new ECDHDecrypter(key));
    return new String(jwe.getPayload().toBytes(), UTF_8);
  }
}
