package org.vellum.platform.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vellum.platform.time.MovingClock;

/** Key sets at an address, and their change while tokens go on coming. */
class RemoteKeysTest {
  private final MovingClock clock = new MovingClock("2026-03-01T10:00:00Z");
  private final PublishedKeys published = new PublishedKeys();
  private final ECKey first = key("first");
  private final ECKey second = key("second");
  private final RemoteKeys remote = new RemoteKeys(published.client(), clock);

  private static ECKey key(String kid) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void the_first_key_is_published() {
    published.publish(first);
  }

  @AfterEach
  void stopped() {
    published.close();
  }

  private boolean signed(ECKey key) throws JOSEException {
    JWSObject token =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
            new Payload("{\"iss\":\"tool\"}"));
    token.sign(new ECDSASigner(key));
    return remote.signed(SignedToken.parse(token.serialize()).orElseThrow(), PublishedKeys.ADDRESS);
  }

  @Test
  void a_key_set_is_kept_for_an_hour() throws Exception {
    assertThat(signed(first)).isTrue();
    clock.advance(Duration.ofMinutes(59));
    assertThat(signed(first)).isTrue();
    assertThat(published.asked).hasValue(1);
    clock.advance(Duration.ofMinutes(2));
    assertThat(signed(first)).isTrue();
    assertThat(published.asked).hasValue(2);
  }

  @Test
  void a_new_key_is_found_as_soon_as_a_token_names_it_and_an_old_one_is_gone_with_the_set()
      throws Exception {
    assertThat(signed(first)).isTrue();
    published.publish(second);
    clock.advance(Duration.ofMinutes(2));
    assertThat(signed(second)).isTrue();
    assertThat(signed(first)).isFalse();
  }

  @Test
  void unknown_keys_make_us_ask_once_a_minute_and_no_more() throws Exception {
    assertThat(signed(first)).isTrue();
    for (int i = 0; i < 20; i++) {
      assertThat(signed(second)).isFalse();
    }
    assertThat(published.asked).hasValue(1);
    clock.advance(Duration.ofSeconds(61));
    assertThat(signed(second)).isFalse();
    assertThat(signed(second)).isFalse();
    assertThat(published.asked).hasValue(2);
  }

  @Test
  void a_server_that_is_away_takes_nothing_from_what_it_said_before_for_a_day() throws Exception {
    assertThat(signed(first)).isTrue();
    published.status = 503;
    clock.advance(Duration.ofHours(2));
    assertThat(signed(first)).isTrue();
    published.body = "no keys";
    published.status = 200;
    clock.advance(Duration.ofHours(2));
    assertThat(signed(first)).isTrue();
    clock.advance(Duration.ofHours(21));
    assertThat(signed(first)).isFalse();
  }

  @Test
  void a_server_that_never_said_anything_proves_nothing() throws Exception {
    published.status = 404;
    assertThat(signed(first)).isFalse();
  }
}
