package org.vellum.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.platform.Fake;
import org.vellum.platform.Injection;
import org.vellum.platform.Silenced;
import org.vellum.platform.imsx.Case11Dialect;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;
import org.vellum.platform.imsx.Speaks;
import org.vellum.platform.json.Json;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.security.Scopes;
import org.vellum.platform.time.Ids;

class ErrorAnswerTest {

  @RegisterExtension static final Silenced silenced = Silenced.logOf(ErrorAnswer.class.getName());
  private static final String SECRET = "Ada Lovelace failed";
  private static final Problem UNKNOWN = Problem.of(404, "Unknown record", "There is none.");

  private Class<?> resource = Plain.class;
  private List<MediaType> accepted = List.of(MediaType.WILDCARD_TYPE);

  private static final class Plain {}

  @Speaks(Case11Dialect.class)
  private static final class Speaking {}

  record Grade(BigDecimal score, List<String> tags) {}

  @Test
  void a_problem_is_told_as_a_problem() {
    Response answer = answer(UNKNOWN.exception());
    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat(answer.getMediaType()).hasToString("application/problem+json");
    assertThat(answer.getEntity()).isEqualTo(UNKNOWN);
  }

  @Test
  void a_problem_is_written_as_rfc_9457_has_it() throws Exception {
    assertThat(Json.mapper().writeValueAsString(UNKNOWN))
        .isEqualTo(
            """
            {"type":"/problems/unknown-record","title":"Unknown record","status":404,\
            "detail":"There is none."}\
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/html;q=0.9", "text/*"})
  void a_browser_is_shown_a_page(String first) {
    String[] type = first.split("[/;]", -1);
    accepted = List.of(new MediaType(type[0], type[1]), MediaType.WILDCARD_TYPE);
    Response answer = answer(UNKNOWN.exception());
    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat(answer.getMediaType()).isEqualTo(MediaType.TEXT_HTML_TYPE);
    assertThat(((Page) answer.getEntity()).model()).containsEntry("problem", UNKNOWN);
  }

  @Test
  void who_would_rather_have_json_than_a_page_gets_a_problem() {
    accepted = List.of(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE);
    assertThat(answer(UNKNOWN.exception()).getEntity()).isEqualTo(UNKNOWN);
  }

  @Test
  void a_resource_that_speaks_a_standard_answers_in_its_words_even_to_a_browser() {
    resource = Speaking.class;
    accepted = List.of(MediaType.TEXT_HTML_TYPE);
    Response answer = answer(new ImsxException(Fault.INVALID_IDENTIFIER, "No UUID."));
    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat(answer.getMediaType()).isEqualTo(MediaType.APPLICATION_JSON_TYPE);
    assertThat(minor(answer)).isEqualTo("invalid_uuid");
    assertThat(minor(answer(UNKNOWN.exception()))).isEqualTo("unknownobject");
    assertThat(minor(answer(new NotFoundException()))).isEqualTo("unknownobject");
    assertThat(minor(answer(new IllegalStateException(SECRET)))).isEqualTo("internal_server_error");
    Response unauthorised = answer(new ImsxException(Fault.UNAUTHORISED, "Token."));
    assertThat(unauthorised.getHeaderString(HttpHeaders.WWW_AUTHENTICATE)).isEqualTo("Bearer");
  }

  @Test
  void a_fault_of_a_standard_at_a_resource_that_speaks_none_is_a_problem() {
    Response answer = answer(new ImsxException(Fault.BUSY, "Later."));
    assertThat(answer.getStatus()).isEqualTo(429);
    assertThat(((Problem) answer.getEntity()).detail()).isEqualTo("Later.");
  }

  @Test
  void an_answer_that_is_finished_is_left_as_it_is() {
    Response finished = Response.status(409).entity("mine").build();
    assertThat(answer(new WebApplicationException(finished))).isSameAs(finished);
  }

  @Test
  void what_the_container_refuses_is_told_in_our_words_with_what_its_status_promises() {
    Response answer = answer(new NotAllowedException("GET", new String[] {"HEAD"}));
    assertThat(((Problem) answer.getEntity()).title()).isEqualTo("Not possible");
    assertThat(answer.getStatus()).isEqualTo(405);
    assertThat(answer.getHeaderString(HttpHeaders.ALLOW)).contains("GET", "HEAD");
    assertThat(
            answer(new ServiceUnavailableException(30L)).getHeaderString(HttpHeaders.RETRY_AFTER))
        .isEqualTo("30");
    for (int status : new int[] {400, 403, 404, 406, 415, 503}) {
      assertThat(answer(new WebApplicationException(status)).getStatus()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"score\":1,\"score\":2}",
        "[]",
        "{\"score\":\"much\"}",
        "{\"tags\":{}}",
        "\"x\"",
        "{\"score\":1} 2"
      })
  void what_was_sent_and_cannot_be_read_is_the_senders_fault(String sent) {
    JsonProcessingException thrown = unreadable(sent);
    assertThat(answer(thrown).getStatus()).isEqualTo(400);
    assertThat(answer(new WebApplicationException(thrown)).getStatus()).isEqualTo(400);
  }

  @Test
  void what_nests_too_deep_is_the_senders_fault() {
    String deep = "{\"tags\":" + "[".repeat(200) + "]".repeat(200) + "}";
    assertThat(answer(unreadable(deep)).getStatus()).isEqualTo(400);
  }

  private static JsonProcessingException unreadable(String sent) {
    try {
      Json.mapper().readValue(sent, Grade.class);
    } catch (JsonProcessingException e) {
      return e;
    }
    throw new AssertionError("readable: " + sent);
  }

  @Test
  void what_we_cannot_write_is_our_fault() {
    try {
      Json.mapper().writeValueAsString(new Object());
    } catch (JsonProcessingException e) {
      assertThat(answer(e).getStatus()).isEqualTo(500);
      return;
    }
    throw new AssertionError("writable");
  }

  @Test
  void a_bound_that_a_reader_wrapped_is_still_told() {
    Exception wrapped = new IllegalStateException(BodyLimit.tooLarge(7).exception());
    assertThat(answer(wrapped).getStatus()).isEqualTo(413);
  }

  @Test
  void the_unexpected_is_told_and_logged_under_one_number_without_what_it_says() {
    List<String> logged = new ArrayList<>();
    Handler handler = collectingInto(logged);
    Logger log = Logger.getLogger(ErrorAnswer.class.getName());
    log.addHandler(handler);
    try {
      Response answer =
          answer(new IllegalStateException(SECRET, new IllegalArgumentException(SECRET)));
      Problem told = (Problem) answer.getEntity();
      assertThat(answer.getStatus()).isEqualTo(500);
      assertThat(told.toString()).doesNotContain("Ada", "Exception");
      String incident = told.detail().replaceAll(".*incident ([0-9a-f-]{36}) .*", "$1");
      assertThat(logged)
          .singleElement()
          .asString()
          .contains(
              incident, "IllegalStateException", "IllegalArgumentException", "ErrorAnswerTest")
          .doesNotContain("Ada");
    } finally {
      log.removeHandler(handler);
    }
  }

  private static Handler collectingInto(List<String> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        logged.add(record.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private static String minor(Response answer) {
    return ((ObjectNode) answer.getEntity()).findValue("imsx_codeMinorFieldValue").textValue();
  }

  @Scopes("a-scope")
  @Test
  void who_lacks_a_token_is_told_to_bring_one() {
    Problem problem = Problem.of(401, "Not signed in", "This needs a token.");
    assertThat(answer(problem.exception()).getHeaderString("WWW-Authenticate")).isEqualTo("Bearer");
  }

  private static Method method() {
    try {
      return ErrorAnswerTest.class.getDeclaredMethod("who_lacks_a_token_is_told_to_bring_one");
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  private Response answer(Throwable thrown) {
    ResourceInfo info =
        Fake.of(
            ResourceInfo.class,
            Map.of(
                "getResourceClass",
                arguments -> resource,
                "getResourceMethod",
                arguments -> method()));
    HttpHeaders headers =
        Fake.of(HttpHeaders.class, Map.of("getAcceptableMediaTypes", arguments -> accepted));
    Ids ids = new Ids(Clock.systemUTC(), new SecureRandom());
    return Injection.into(new ErrorAnswer(), ids, info, headers).toResponse(thrown);
  }
}
