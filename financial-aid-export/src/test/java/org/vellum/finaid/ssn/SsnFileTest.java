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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.jose.EncryptedFor;
import org.vellum.finaid.export.RowError;

class SsnFileTest {
  private static final Map<String, String> KEPT =
      Map.of("S-1", "123456789", "S-2", "078-05-1121", "S-3", "123-45-6789", "S-4", "666123456");

  @TempDir Path folder;

  @Test
  void learners_with_one_number_are_told_and_their_number_is_in_no_file() throws Exception {
    SsnFile file = asked();
    assertThat(file.duplicates()).containsExactlyInAnyOrder("S-1", "S-3");
    assertThat(file.size()).isEqualTo(1);
    assertThat(decrypted(file)).isEqualTo("institutionStudentId,ssn\r\n\"S-2\",078051121\r\n");
  }

  @Test
  void what_can_be_no_number_is_left_out_with_a_warning_that_does_not_tell_it() {
    RowError error = asked().errors().getFirst();
    assertThat(error.code()).isEqualTo("SSN_FORMAT");
    assertThat(error.severity()).isEqualTo(RowError.Severity.WARN);
    assertThat(error.key()).isEqualTo("st:S-4");
    assertThat(error.toString()).doesNotContain("666");
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

  private static SsnFile asked() {
    SsnFile file = new SsnFile();
    for (String id : new String[] {"S-1", "S-2", "S-3", "S-4", "S-5"}) {
      file.add(id, each -> Optional.ofNullable(KEPT.get(each)));
    }
    return file;
  }

  private String decrypted(SsnFile file) throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).generate();
    file.write(folder, EncryptedFor.holderOf(key.toPublicJWK().toJSONString()));
    JWEObject jwe = JWEObject.parse(Files.readString(folder.resolve("ssn.csv.jwe")));
    jwe.decrypt(new ECDHDecrypter(key));
    return new String(jwe.getPayload().toBytes(), UTF_8);
  }
}
