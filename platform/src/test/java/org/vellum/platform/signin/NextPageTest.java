package org.vellum.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextPageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/records",
        "/competency/frameworks/0190?open=a&open=b",
        "/my/record?name=O%27Neil+(x)",
        "/verify?url=https%3A%2F%2Felsewhere.example%2Fx",
        "/a;b=c/~d/e@f:g,h!*'$"
      })
  void a_page_of_this_server_is_gone_to(String page) {
    assertThat(NextPage.of(page)).hasToString(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "records",
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "///elsewhere.example/",
        "/\\elsewhere.example/",
        "\\\\elsewhere.example/",
        "/\t/elsewhere.example/",
        "/\n/elsewhere.example/",
        " //elsewhere.example/",
        "/.//elsewhere.example/",
        "/x/..//elsewhere.example/",
        "/a//b",
        "/%",
        "/%zz",
        "/a b",
        "/é",
        "javascript:alert(1)",
        "/\"><script>alert(1)</script>",
        "/\r\nSet-Cookie: a=b"
      })
  void anything_else_leads_to_the_start_page(String page) {
    assertThat(NextPage.of(page)).hasToString("/");
  }

  @Test
  void nothing_and_too_much_lead_to_the_start_page() {
    assertThat(NextPage.of(null)).hasToString("/");
    assertThat(NextPage.of("/" + "a".repeat(2_000))).hasToString("/");
  }
}
