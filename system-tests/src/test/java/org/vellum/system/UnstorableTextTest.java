package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.start.Institution;

/** NUL and half of a surrogate pair, which no database keeps, are refused wherever they stand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnstorableTextTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final String READ =
      "https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook.readonly";

  private Wire registrar = Wire.to(URI.create("http://localhost"));
  private Wire learner = registrar;
  private Wire lms = registrar;

  @BeforeAll
  void signIn() throws Exception {
    Institution institution = VELLUM.institution();
    institution.importRoster();
    registrar = Wire.signedIn(VELLUM.address(), "registrar", VELLUM.password("registrar"));
    learner = Wire.signedIn(VELLUM.address(), "samuel", VELLUM.password("samuel"));
    lms =
        Wire.to(VELLUM.address())
            .authorized(Wire.Credentials.register(institution.registrar(), "NUL", READ), READ);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\ud83d", "\\ude00\\ud83d"})
  void in_json_it_is_refused_in_every_feature(String escape) throws Exception {
    String catalogue = registrar.get("/competency/catalogue", Wire.JSON).body();
    refused(
        registrar.put(
            "/competency/catalogue",
            "{\"programs\":[{\"code\":\"A\",\"title\":\"a%s\",\"courses\":[]}]}"
                .formatted(escape)));
    refused(
        post(
            "/competency/catalogue/evidence",
            ("{\"lineItem\":\"a%s\",\"threshold\":0.5,"
                    + "\"competency\":\"a2ad9128-4501-588f-8cef-cadb106930c6\"}")
                .formatted(escape)));
    refused(post("/clients", "{\"name\":\"a%s\",\"scopes\":[\"%s\"]}".formatted(escape, READ)));
    refused(
        post(
            "/competency/frameworks",
            ("{\"CFDocument\":{\"identifier\":\"2f3a1a2e-6a51-4d53-9a0b-0d9a3c0f8a11\","
                    + "\"creator\":\"A\",\"title\":\"a%s\","
                    + "\"lastChangeDateTime\":\"2026-05-01T12:00:00Z\"},\"CFItems\":[]}")
                .formatted(escape)));
    assertThat(registrar.get("/competency/catalogue", Wire.JSON).body()).isEqualTo(catalogue);
  }

  @Test
  void in_a_form_it_is_refused() throws Exception {
    String last = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    learner.get("/my/record", Wire.HTML);
    refused(
        learner.form("/my/shares", Map.of("scope", "all", "expires", last, "note", "for\0whom")));
    refused(registrar.form("/clients", Map.of("name", "a\0", "scope", READ)));
    refused(registrar.form("/records", Map.of("search", "a\0")));
    refused(
        registrar.form(
            "/competency/catalogue/relations",
            Map.of("role", "teaches", "place", "course:a\0", "competency", "b")));
    Wire stranger = Wire.to(VELLUM.address());
    stranger.get("/sign-in", Wire.HTML);
    refused(stranger.form("/sign-in", Map.of("name", "a\0", "password", "b\0", "next", "/\0")));
    refused(
        stranger.form(
            "/oauth/token",
            Map.of(
                "grant_type", "client_credentials", "client_id", "a\0", "client_secret", "b\0")));
  }

  @Test
  void in_an_address_it_is_refused() throws Exception {
    refused(registrar.get("/competency/catalogue/course?sourcedId=a%00", Wire.HTML));
    refused(registrar.get("/competency/catalogue/course?sourcedId=b&search=%00", Wire.HTML));
    refused(registrar.get("/records?after=%00", Wire.HTML));
    refused(registrar.get("/records/%00", Wire.HTML));
    refused(Wire.to(VELLUM.address()).get("/shares/%00", Wire.HTML));
    refused(Wire.to(VELLUM.address()).get("/credentials/%00", Wire.JSON));
    refused(Wire.to(VELLUM.address()).get("/competency/ims/case/v1p1/CFItems/%00", Wire.JSON));
    refused(lms.get("/competency/ims/oneroster/gradebook/v1p2/results/%00", Wire.JSON));
    refused(lms.get("/competency/ims/oneroster/gradebook/v1p2/lineItems/a%00", Wire.JSON));
  }

  /** By the client's fault, in words, without anything of ours. */
  private static void refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode())
        .as(answer.request().uri() + " " + answer.body())
        .isBetween(400, 499);
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return registrar.post(path, Wire.JSON, BodyPublishers.ofString(body));
  }
}
