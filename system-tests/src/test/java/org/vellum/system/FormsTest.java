package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Forms whose answer says what no page says again, or what somebody else may not overwrite. */
class FormsTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final String READ =
      "https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook.readonly";
  private static final String JUDGING = "/competency/judging";

  /** On a scale from 0 to 4. */
  private static final String ITEM = "lineitem-adp110-1";

  private static final String STUDENT = "learner-jonah";

  private static Wire signedIn(String name) throws Exception {
    return Wire.signedIn(VELLUM.address(), name, VELLUM.password(name));
  }

  /** What a description list says of a term. */
  private static String told(HttpResponse<String> page, String term) {
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.body()).contains("<dt>" + term + "</dt>");
    return page.body().replaceAll("(?s).*<dt>" + term + "</dt><dd><code>([^<]+)</code>.*", "$1");
  }

  @Test
  void the_secret_of_a_system_stands_on_the_answer_to_the_form_and_on_no_page_after_it()
      throws Exception {
    Wire registrar = signedIn("registrar");
    HttpResponse<String> made =
        registrar.form("/clients", Map.of("name", "Form client", "scope", READ));
    String id = told(made, "client_id");
    String secret = told(made, "client_secret");
    assertThat(token(id, secret)).isEqualTo(200);
    String page = registrar.get("/clients", Wire.HTML).body();
    assertThat(page).contains("Form client", id).doesNotContain(secret);

    HttpResponse<String> rotated = registrar.form("/clients/" + id + "/secret", Map.of());
    String next = told(rotated, "client_secret");
    assertThat(next).isNotEqualTo(secret);
    assertThat(token(id, secret)).as("the old one, for a week").isEqualTo(200);
    assertThat(token(id, next)).isEqualTo(200);
    assertThat(registrar.get("/clients", Wire.HTML).body()).doesNotContain(secret, next);
  }

  private static int token(String id, String secret) throws Exception {
    return Wire.to(VELLUM.address())
        .form(
            "/oauth/token",
            Map.of(
                "grant_type", "client_credentials",
                "client_id", id,
                "client_secret", secret,
                "scope", READ))
        .statusCode();
  }

  @Test
  void a_teacher_evaluates_by_the_form_and_corrects_only_what_it_showed() throws Exception {
    VELLUM.institution().importRoster();
    Wire teacher = signedIn("hmarchetti");
    String form = JUDGING + "/form?lineItem=" + ITEM + "&student=" + STUDENT;
    Map<String, String> first = filled(teacher.get(form, Wire.HTML), "2");
    assertThat(first).containsEntry("corrects", "");
    for (String wrong : List.of("5", "1e308", "-1", "")) {
      HttpResponse<String> again = teacher.form(JUDGING, with(first, "score", wrong));
      assertThat(again.statusCode()).as(wrong).isEqualTo(422);
      assertThat(again.body()).contains("role=\"alert\"", "value=\"" + wrong + "\"");
    }
    assertThat(signedIn("dosei").form(JUDGING, first).statusCode())
        .as("of another class")
        .isEqualTo(404);

    assertThat(teacher.form(JUDGING, first).statusCode()).isEqualTo(303);
    HttpResponse<String> shown = teacher.get(form, Wire.HTML);
    assertThat(shown.body()).contains("The newest score is 2");
    Map<String, String> second = filled(shown, "3");
    assertThat(second.get("corrects")).isNotEmpty();
    assertThat(teacher.form(JUDGING, with(first, "score", "1")).statusCode())
        .as("somebody evaluated meanwhile")
        .isEqualTo(409);
    assertThat(teacher.form(JUDGING, second).statusCode()).isEqualTo(303);
    assertThat(teacher.get(form, Wire.HTML).body()).contains("The newest score is 3");
  }

  private static Map<String, String> filled(HttpResponse<String> page, String score) {
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    String corrects = page.body().replaceAll("(?s).*name=\"corrects\" value=\"([^\"]*)\".*", "$1");
    return Map.of(
        "lineItem",
        ITEM,
        "student",
        STUDENT,
        "rubric",
        "",
        "corrects",
        corrects,
        "score",
        score,
        "day",
        LocalDate.now(ZoneOffset.UTC).toString(),
        "comment",
        "By the form",
        "evidence",
        "https://work.example/jonah");
  }

  private static Map<String, String> with(Map<String, String> form, String name, String value) {
    Map<String, String> changed = new TreeMap<>(form);
    changed.put(name, value);
    return changed;
  }
}
