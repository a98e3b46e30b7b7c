package org.vellum.platform.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.platform.Fake;
import org.vellum.platform.FakeRequest;
import org.vellum.platform.Injection;
import org.vellum.platform.problem.ProblemException;

class CsrfFilterTest {
  private static final MediaType MULTIPART =
      new MediaType("multipart", "form-data", Map.of("boundary", "XX"));
  private static final String TOKEN_PART = part("Content-Disposition: form-data; name=\"csrf\"");

  private final FakeRequest browser = new FakeRequest().cookie(Csrf.COOKIE, CsrfTest.TOKEN);
  private String method = "POST";
  private Method asked = Object.class.getMethods()[0];
  private @Nullable String header;
  private @Nullable MediaType type;
  private InputStream body = InputStream.nullInputStream();

  private static String part(String headers) {
    return "--XX\r\n" + headers + "\r\n\r\n" + CsrfTest.TOKEN + "\r\n";
  }

  @Test
  void what_changes_nothing_needs_no_proof() throws IOException {
    browser.by("registrar");
    method = "GET";
    filter();
  }

  @Test
  void who_is_not_signed_in_needs_no_proof() throws IOException {
    filter();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "post"})
  void what_a_signed_in_person_changes_without_proof_is_refused(String how) {
    browser.by("registrar");
    method = how;
    assertThatRefused();
  }

  @Test
  void a_header_with_the_token_is_a_proof_and_another_is_none() throws IOException {
    browser.by("registrar");
    header = CsrfTest.TOKEN;
    filter();
    header = "guessed";
    assertThatRefused();
  }

  @Test
  void a_form_field_with_the_token_is_a_proof() throws IOException {
    browser.by("registrar").parameter(Csrf.FIELD, CsrfTest.TOKEN);
    type = MediaType.APPLICATION_FORM_URLENCODED_TYPE;
    filter();
  }

  @Test
  void a_field_of_the_address_is_no_proof_for_a_body_of_another_kind() {
    browser.by("registrar").parameter(Csrf.FIELD, CsrfTest.TOKEN);
    type = MediaType.TEXT_PLAIN_TYPE;
    assertThatRefused();
  }

  @Test
  void the_first_part_of_a_multipart_form_is_a_proof_and_the_body_stays_whole() throws IOException {
    browser.by("registrar");
    type = MULTIPART;
    String large =
        TOKEN_PART + part("Content-Disposition: form-data; name=\"f\"") + "é\0".repeat(9_000);
    body = new ByteArrayInputStream(large.getBytes(ISO_8859_1));
    filter();
    assertThat(body.readAllBytes()).isEqualTo(large.getBytes(ISO_8859_1));
  }

  @Test
  void further_headers_of_the_first_part_do_not_matter() throws IOException {
    browser.by("registrar");
    type = MULTIPART;
    body =
        stream(part("content-disposition: form-data; name=\"csrf\"\r\nContent-Type: text/plain"));
    filter();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n\r\n",
        "--XX\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\r\n",
        "--XX\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + CsrfTest.TOKEN,
        "--XX\r\nContent-Disposition: form-data; name=\"xcsrf\"\r\n\r\n" + CsrfTest.TOKEN + "\r\n",
        "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"name=\"csrf\"\"\r\n\r\n"
            + CsrfTest.TOKEN
            + "\r\n",
        "--XX\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\n"
            + "--XX\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n"
            + CsrfTest.TOKEN
            + "\r\n",
        "--XX\nContent-Disposition: form-data; name=\"csrf\"\n\n" + CsrfTest.TOKEN + "\n"
      })
  void anything_else_first_in_a_multipart_form_is_no_proof(String text) {
    browser.by("registrar");
    type = MULTIPART;
    body = stream(text);
    assertThatRefused();
  }

  private void assertThatRefused() {
    assertThatThrownBy(this::filter)
        .isInstanceOf(ProblemException.class)
        .satisfies(
            thrown -> assertThat(((ProblemException) thrown).problem().status()).isEqualTo(403));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(ISO_8859_1));
  }

  @FromElsewhere("a standard, section 1")
  void fromElsewhere() {}

  @Test
  void what_other_systems_pages_lead_to_needs_no_token_of_ours() throws Exception {
    browser.by("ada", Roles.LEARNER);
    asked = CsrfFilterTest.class.getDeclaredMethod("fromElsewhere");
    filter();
  }

  private void filter() throws IOException {
    var request = browser.asServletRequest();
    Injection.into(
            new CsrfFilter(),
            Injection.into(new Caller(), request),
            CsrfTest.in(browser),
            request,
            Fake.of(ResourceInfo.class, Map.of("getResourceMethod", arguments -> asked)))
        .filter(context());
  }

  private ContainerRequestContext context() {
    return (ContainerRequestContext)
        Proxy.newProxyInstance(
            CsrfFilterTest.class.getClassLoader(),
            new Class<?>[] {ContainerRequestContext.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "getMethod" -> method;
                  case "getHeaderString" -> header;
                  case "getMediaType" -> type;
                  case "getEntityStream" -> body;
                  case "setEntityStream" -> {
                    body = (InputStream) arguments[0];
                    yield null;
                  }
                  default -> throw new UnsupportedOperationException(called.toString());
                });
  }
}
