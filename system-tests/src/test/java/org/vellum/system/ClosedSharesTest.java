package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.start.Institution;

/** A link that is closed, for whatever reason, answers as an address where nothing ever was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosedSharesTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final Pattern LINK = Pattern.compile("value=\"http[^\"]*(/shares/[^\"]+)\"");
  private static final Pattern WITHDRAWAL = Pattern.compile("/my/shares/[0-9a-f-]+/withdrawal");
  private static final String CODE = "vellum-43";
  private static final int LOCKING = 5;
  private static final int VISITS_A_MINUTE = 120;

  private Wire learner = Wire.to(URI.create("http://localhost"));
  private Wire stranger = Wire.to(URI.create("http://localhost"));

  @BeforeAll
  void publish() throws Exception {
    Institution institution = VELLUM.institution();
    institution.importFramework();
    institution.importRoster();
    institution.replaceCatalogue();
    institution.sendResults(institution.connectLms("Closing LMS"), sent -> {});
    institution.publish(institution.await("learner-samuel", 1, 0, Duration.ofMinutes(1)).learner());
    learner = Wire.signedIn(VELLUM.address(), "samuel", VELLUM.password("samuel"));
    stranger = Wire.from("127.0.0.11", VELLUM.address());
  }

  @Test
  void guessed_expired_withdrawn_and_locked_links_are_answered_alike_to_the_last_byte()
      throws Exception {
    String expired = makeLink("");
    expire(expired);
    String withdrawn = makeLink("");
    assertThat(stranger.get(withdrawn, Wire.HTML).statusCode()).isEqualTo(200);
    withdrawNewest();
    String locked = makeLink(CODE);
    List<Integer> answers = new ArrayList<>();
    for (int attempt = 1; attempt <= LOCKING; attempt++) {
      answers.add(stranger.form(locked, Map.of("code", "wrong-" + attempt)).statusCode());
    }
    assertThat(answers).containsExactly(403, 403, 403, 403, 404);
    assertThat(stranger.form(locked, Map.of("code", CODE)).statusCode())
        .as("the right code comes too late")
        .isEqualTo(404);
    String guessed = "/shares/" + "A".repeat(withdrawn.length() - "/shares/".length());

    for (String accepted : List.of(Wire.HTML, Wire.JSON, "application/vc+ld+json")) {
      Map<String, Object> nothing = seen(guessed, accepted);
      assertThat(nothing.get("status")).isEqualTo(404);
      assertThat(seen(expired, accepted)).as(accepted).isEqualTo(nothing);
      assertThat(seen(withdrawn, accepted)).as(accepted).isEqualTo(nothing);
      assertThat(seen(locked, accepted)).as(accepted).isEqualTo(nothing);
    }
  }

  @Test
  void each_refusal_is_logged_with_its_reason_and_without_the_link_or_the_learner()
      throws Exception {
    String expired = makeLink("");
    expire(expired);
    stranger.get(expired, Wire.HTML);
    String withdrawn = makeLink("");
    withdrawNewest();
    stranger.get(withdrawn, Wire.HTML);
    stranger.get("/shares/guessed-and-logged", Wire.HTML);

    List<String> log = VELLUM.server().lastMessages(2_000);
    for (String reason : List.of("EXPIRED", "WITHDRAWN", "UNKNOWN")) {
      assertThat(log).anyMatch(line -> line.contains("A share link showed nothing: " + reason));
    }
    for (String secret :
        List.of(token(expired), token(withdrawn), "guessed-and-logged", "samuel", "Samuel")) {
      assertThat(log).noneMatch(line -> line.contains(secret));
    }
  }

  @Test
  void whoever_tries_very_many_links_is_told_to_wait_and_others_are_not() throws Exception {
    Wire guesser = Wire.from("127.0.0.12", VELLUM.address());
    HttpResponse<String> last = guesser.get("/shares/guess-0", Wire.JSON);
    for (int guess = 1; guess <= 3 * VISITS_A_MINUTE && last.statusCode() != 429; guess++) {
      last = guesser.get("/shares/guess-" + guess, Wire.JSON);
    }
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(stranger.get("/shares/guess-0", Wire.JSON).statusCode()).isEqualTo(404);
  }

  private String makeLink(String code) throws Exception {
    String last = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    List<String> before = links();
    learner.form("/my/shares", Map.of("scope", "all", "expires", last, "code", code));
    List<String> now = links();
    now.removeAll(before);
    assertThat(now).hasSize(1);
    return now.getFirst();
  }

  private List<String> links() throws Exception {
    return LINK.matcher(learner.get("/my/record", Wire.HTML).body())
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private void withdrawNewest() throws Exception {
    Matcher found = WITHDRAWAL.matcher(learner.get("/my/record", Wire.HTML).body());
    assertThat(found.find()).isTrue();
    learner.form(found.group(), Map.of());
  }

  /** Lets the time of a link be over, as its last day would. */
  private static void expire(String link) throws Exception {
    try (Rows rows = Rows.of(VELLUM.server())) {
      rows.change(
          "update transcript.share set created_at = now() - interval '2 days',"
              + " expires_at = now() - interval '1 second'"
              + " where token_hash = sha256('%s')".formatted(token(link)),
          1);
    }
  }

  private static String token(String link) {
    return link.substring("/shares/".length());
  }

  /** All that a stranger without a cookie can see of an answer, its date apart. */
  private static Map<String, Object> seen(String path, String accepted) throws Exception {
    HttpResponse<String> answer = Wire.from("127.0.0.13", VELLUM.address()).get(path, accepted);
    Map<String, Object> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    headers.computeIfPresent("set-cookie", (name, value) -> "a cookie");
    return new TreeMap<>(
        Map.of(
            "status",
            answer.statusCode(),
            "body",
            answer.body(),
            "headers",
            headers,
            "names",
            new TreeSet<>(headers.keySet())));
  }
}
