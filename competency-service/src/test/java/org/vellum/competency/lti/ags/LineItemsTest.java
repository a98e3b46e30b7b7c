package org.vellum.competency.lti.ags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.LtiFixture;
import org.vellum.competency.lti.RegisterTool;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.ProblemException;
import org.vellum.testsupport.TestDatabase;

/** Line items (AGS 2.0, section 3.2). */
class LineItemsTest {
  private static final String ESSAY =
      """
      {"label": " Essay ", "scoreMaximum": 60.0, "resourceId": "r-1", "tag": "grade",
       "startDateTime": "2026-03-06T20:05:02Z", "endDateTime": "2026-04-06T22:05:03+02:00",
       "unknown": 1}
      """;

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private final LtiFixture lti = new LtiFixture(database);

  @BeforeEach
  void founded() {
    lti.found();
  }

  private LineItemsResource resource() {
    return lti.calledBy(lti.tool.clientId(), LineItemsResource.class);
  }

  private Response create(String body) {
    return resource().create(lti.context.toString(), LtiFixture.stream(body));
  }

  private static String id(Response answer) {
    String address = LtiFixture.json(answer).path("id").textValue();
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private Response list(@Nullable String link, @Nullable String resourceId, @Nullable String tag) {
    return resource().list(lti.context.toString(), link, resourceId, tag, null, null);
  }

  private List<String> labels(Response answer) {
    assertThat(answer.getMediaType()).hasToString(Lti.LINE_ITEMS_TYPE);
    return LtiFixture.json(answer).findValuesAsText("label");
  }

  private void refused(int status, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().status()).isEqualTo(status));
  }

  @Test
  void one_is_made_read_replaced_and_deleted() {
    Response made = create(ESSAY);
    assertThat(made.getStatus()).isEqualTo(201);
    assertThat(made.getMediaType()).hasToString(Lti.LINE_ITEM_TYPE);
    JsonNode said = LtiFixture.json(made);
    assertThat(made.getHeaderString("Location")).isEqualTo(said.path("id").textValue());
    assertThat(said.path("label").textValue()).isEqualTo("Essay");
    assertThat(said.path("scoreMaximum").decimalValue()).hasToString("60");
    assertThat(said.path("endDateTime").textValue()).isEqualTo("2026-04-06T20:05:03Z");

    String id = id(made);
    assertThat(LtiFixture.json(resource().get(lti.context.toString(), id))).isEqualTo(said);
    String other = "{\"label\": \"Long essay\", \"scoreMaximum\": 100, \"tag\": \"g2\"}";
    JsonNode replaced =
        LtiFixture.json(resource().put(lti.context.toString(), id, LtiFixture.stream(other)));
    assertThat(replaced.path("id")).isEqualTo(said.path("id"));
    assertThat(replaced.path("tag").textValue()).isEqualTo("g2");
    assertThat(replaced.has("resourceId")).as("replaced as a whole").isFalse();
    assertThat(LtiFixture.json(resource().get(lti.context.toString(), id))).isEqualTo(replaced);

    assertThat(resource().delete(lti.context.toString(), id).getStatus()).isEqualTo(204);
    refused(404, () -> resource().get(lti.context.toString(), id));
    refused(404, () -> resource().delete(lti.context.toString(), id));
    assertThat(lti.count("competency.line_item where title = 'Long essay' and not active"))
        .as("kept, since records rest on it")
        .isEqualTo(1);
  }

  @Test
  void a_line_item_is_one_of_the_roster_in_the_class() {
    create(ESSAY);
    assertThat(
            lti.count(
                "competency.line_item where title = 'Essay' and class_sourced_id = 'class-1'"
                    + " and result_value_min = 0 and result_value_max = 60 and active"))
        .isEqualTo(1);
  }

  @Test
  void what_has_no_label_or_no_scale_is_refused() {
    for (String wrong :
        List.of(
            "{\"scoreMaximum\": 10}",
            "{\"label\": \" \", \"scoreMaximum\": 10}",
            "{\"label\": \"Essay\"}",
            "{\"label\": \"Essay\", \"scoreMaximum\": 0}",
            "{\"label\": \"Essay\", \"scoreMaximum\": -1}",
            "{\"label\": \"Essay\", \"scoreMaximum\": 1e308}",
            "{\"label\": \"Essay\", \"scoreMaximum\": \"10\"}",
            "{\"label\": \"Essay\", \"scoreMaximum\": NaN}",
            "{\"label\": \"Essay\", \"scoreMaximum\": 1, \"startDateTime\": \"soon\"}",
            "{\"label\": \"Essay\", \"scoreMaximum\": 1, \"startDateTime\":"
                + " \"2026-05-01T00:00:00Z\", \"endDateTime\": \"2026-04-01T00:00:00Z\"}",
            "[]")) {
      refused(400, () -> create(wrong));
    }
    assertThat(lti.items()).hasSize(1);
  }

  @Test
  void every_filter_filters_and_what_there_is_not_is_an_empty_list() {
    create(ESSAY);
    create("{\"label\": \"Talk\", \"scoreMaximum\": 10, \"resourceId\": \"r-1\", \"tag\": \"x\"}");
    assertThat(labels(list(null, null, null)))
        .containsExactlyInAnyOrder("Cleaning quiz", "Essay", "Talk");
    assertThat(labels(list(lti.link.toString(), null, null))).containsExactly("Cleaning quiz");
    assertThat(labels(list(null, "r-1", null))).containsExactlyInAnyOrder("Essay", "Talk");
    assertThat(labels(list(null, null, "grade"))).containsExactly("Essay");
    assertThat(labels(list(null, "r-1", "x"))).containsExactly("Talk");
    assertThat(labels(list("no such link", null, null))).isEmpty();
    assertThat(labels(list(null, "r-2", null))).isEmpty();
  }

  @Test
  void pages_follow_each_other_by_the_link_alone() {
    create(ESSAY);
    create("{\"label\": \"Talk\", \"scoreMaximum\": 10, \"tag\": \"grade\"}");
    Response first = resource().list(lti.context.toString(), null, null, "grade", "1", null);
    assertThat(labels(first)).hasSize(1);
    String link = first.getHeaderString("Link");
    assertThat(link).contains("tag=grade", "limit=1").endsWith("; rel=\"next\"");
    String after = link.replaceAll(".*after=([0-9a-f-]+).*", "$1");
    Response second = resource().list(lti.context.toString(), null, null, "grade", "1", after);
    assertThat(Stream.of(first, second).flatMap(page -> labels(page).stream()))
        .containsExactlyInAnyOrder("Essay", "Talk");
    assertThat(second.getHeaderString("Link")).isNull();
    for (String wrong : List.of("0", "-1", "x", "1.5")) {
      refused(400, () -> resource().list(lti.context.toString(), null, null, null, wrong, null));
    }
    refused(400, () -> resource().list(lti.context.toString(), null, null, null, "1", "x"));
  }

  @Test
  void a_resource_link_that_the_tool_does_not_have_here_is_not_found() {
    String body = "{\"label\": \"E\", \"scoreMaximum\": 1, \"resourceLinkId\": \"%s\"}";
    refused(404, () -> create(body.formatted("other")));
    refused(404, () -> create(body.formatted("01900000-0000-7000-8000-0000000000ff")));
    Response bound = create(body.formatted(lti.link));
    assertThat(LtiFixture.json(bound).path("resourceLinkId").textValue())
        .isEqualTo(lti.link.toString());
    JsonNode replaced =
        LtiFixture.json(
            resource()
                .put(
                    lti.context.toString(),
                    id(bound),
                    LtiFixture.stream("{\"label\": \"E2\", \"scoreMaximum\": 1}")));
    assertThat(replaced.path("resourceLinkId").textValue())
        .as("it stays with its link")
        .isEqualTo(lti.link.toString());
  }

  @Test
  void a_tool_sees_nothing_of_another_and_nothing_of_a_class_without_a_link_of_its_own() {
    var other = (RegisterTool.Result.Registered) lti.register(LtiFixture.KEY, "Other", false);
    LineItemsResource foreign = lti.calledBy(other.tool().clientId(), LineItemsResource.class);
    String context = lti.context.toString();
    refused(404, () -> foreign.list(context, null, null, null, null, null));
    refused(404, () -> foreign.create(context, LtiFixture.stream(ESSAY)));
    refused(404, () -> foreign.get(context, lti.lineItem.toString()));
    refused(404, () -> foreign.delete(context, lti.lineItem.toString()));
    refused(404, () -> resource().list("class-1", null, null, null, null, null));
    lti.execute("update competency.lti_tool set ended_at = now()");
    refused(404, () -> list(null, null, null));
  }
}
