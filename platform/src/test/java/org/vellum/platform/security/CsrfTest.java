package org.vellum.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.platform.FakeRequest;
import org.vellum.platform.Injection;
import org.vellum.platform.time.Ids;

class CsrfTest {
  static final String TOKEN = "abcdefghijklmnopqrstuvwxyz-_0189";

  static Csrf in(FakeRequest request) {
    return Injection.into(
        new Csrf(), request.asServletRequest(), new Ids(Clock.systemUTC(), new SecureRandom()));
  }

  @Test
  void a_browser_without_a_token_is_given_one_that_stays_the_same_through_the_answer() {
    Csrf csrf = in(new FakeRequest());
    assertThat(csrf.toSet()).isEmpty();
    String token = csrf.token();
    assertThat(token).matches("[A-Za-z0-9_-]{32}").isEqualTo(csrf.token());
    assertThat(csrf.toSet()).contains(token);
    assertThat(csrf.proves(token)).as("it is in no cookie yet").isFalse();
  }

  @Test
  void a_browser_with_a_token_keeps_it() {
    Csrf csrf = in(new FakeRequest().cookie("other", "x").cookie(Csrf.COOKIE, TOKEN));
    assertThat(csrf.token()).isEqualTo(TOKEN);
    assertThat(csrf.toSet()).isEmpty();
    assertThat(csrf.proves(TOKEN)).isTrue();
    assertThat(csrf.proves(TOKEN.replace('a', 'b'))).isFalse();
    assertThat(csrf.proves("")).isFalse();
    assertThat(csrf.proves(null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", TOKEN + "x", "<script>alert(1)</script>0123456"})
  void a_cookie_that_is_not_ours_counts_for_none(String value) {
    Csrf csrf = in(new FakeRequest().cookie(Csrf.COOKIE, value));
    assertThat(csrf.proves(value)).isFalse();
    assertThat(csrf.token()).isNotEqualTo(value);
    assertThat(csrf.toSet()).isPresent();
  }
}
