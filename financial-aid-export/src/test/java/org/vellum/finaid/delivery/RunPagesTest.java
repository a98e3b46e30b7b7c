package org.vellum.finaid.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vellum.finaid.delta.RunChanges;
import org.vellum.finaid.export.RunInfo;
import org.vellum.finaid.run.Run;
import org.vellum.finaid.run.RunProfile;
import org.vellum.finaid.run.RunStatus;
import org.vellum.platform.pages.Templates;

class RunPagesTest {
  private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-00000000000a");
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

  private static String filled(String template, Map<String, Object> more) {
    Map<String, Object> model = new HashMap<>(more);
    model.put("user", "officer");
    model.put("roles", Set.of());
    model.put("csrf", "the-token");
    model.put("navigation", List.of());
    model.put("institution", "School");
    model.put("baseUrl", "https://aid.example.edu");
    model.put("path", "/financial-aid/runs");
    model.put("flash", "");
    model.put("assets", Map.of("icon.svg", "/i", "vellum.css", "/c", "htmx.js", "/h"));
    ClassLoader loader = Objects.requireNonNull(RunPagesTest.class.getClassLoader());
    return new Templates().fill("org/vellum/finaid/delivery/" + template, model, loader);
  }

  private static Run run(RunStatus state) {
    return new Run(
        ID,
        "00123400",
        "standard",
        RunInfo.Kind.FULL,
        state,
        state == RunStatus.RUNNING ? "records" : "",
        "officer",
        AT,
        Optional.of(AT),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(AT),
        Optional.of(ID),
        1_000,
        400,
        new Run.Counts(5_000, 4_900, 100, 0),
        "",
        "",
        "",
        Optional.empty(),
        Optional.empty());
  }

  private static Map<String, Object> model(Run run, List<PackageFiles.PackageFile> files) {
    Map<String, Object> model = new HashMap<>();
    model.put("run", run);
    model.put("percent", run.percent());
    model.put("readyAt", run.readyAt(AT.plusSeconds(40)));
    model.put("underWay", run.state() == RunStatus.RUNNING);
    model.put("held", run.state() == RunStatus.HELD);
    model.put("files", files);
    model.put(
        "deliveries",
        List.of(new Deliveries.Standing("sftp://aid.example.edu", "FAILED", AT, "no answer")));
    model.put("counts", Map.of("NEW", 3L));
    return model;
  }

  @Test
  void a_running_run_shows_how_far_it_is_and_can_be_cancelled_without_a_script() {
    String html = filled("run", model(run(RunStatus.RUNNING), List.of()));
    assertThat(html)
        .contains("running, 39 %")
        .contains("<progress id=\"bar\" max=\"100\" value=\"39\">")
        .contains("400 of 1000 learners")
        .contains("Ready at about")
        .contains("hx-trigger=\"every 2s\"")
        .contains("<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>")
        .contains("action=\"/financial-aid/runs/" + ID + "/stop\"")
        .contains("the-token")
        .doesNotContain("id=\"decision\"");
  }

  @Test
  void a_held_run_asks_for_a_decision_with_a_reason() {
    String html = filled("run", model(run(RunStatus.HELD), List.of()));
    assertThat(html)
        .contains("waits for a decision")
        .contains("100 of 5000 records were rejected")
        .contains("value=\"release\"")
        .contains("value=\"discard\"")
        .doesNotContain("hx-get");
  }

  @Test
  void a_published_run_lists_its_files_and_where_they_went() {
    PackageFiles.PackageFile file =
        new PackageFiles.PackageFile(
            "schema/student.schema.json",
            77,
            "ab".repeat(32),
            Optional.of(5L),
            java.nio.file.Path.of("x"));
    String html = filled("run", model(run(RunStatus.COMPLETED), List.of(file)));
    assertThat(html)
        .contains("published")
        .contains("/financial-aid/runs/" + ID + "/files/schema/student.schema.json")
        .contains("abababababababab…")
        .contains("3 learners are new, 0 changed, 0 are gone")
        .contains("sftp://aid.example.edu")
        .contains("no answer");
  }

  @Test
  void the_list_shows_every_state() {
    for (RunStatus state : RunStatus.values()) {
      String html =
          filled(
              "runs",
              Map.of(
                  "runs",
                  List.of(run(state)),
                  "page",
                  2,
                  "hasMore",
                  true,
                  "profiles",
                  List.of(RunProfile.values())));
      assertThat(html).contains("Newer").contains("Older").contains("value=\"spreadsheet\"");
    }
  }

  @Test
  void the_reconciliation_says_counts_first_and_then_who() {
    String html =
        filled(
            "changes",
            Map.of(
                "run", run(RunStatus.COMPLETED),
                "previous", Optional.of(run(RunStatus.COMPLETED)),
                "counts", Map.of("CHANGED", 2L),
                "entities", Map.of("payment_period", 2L),
                "kind", "CHANGED",
                "changes",
                    List.of(
                        new RunChanges.Change(
                            "S-<1>",
                            "CHANGED",
                            List.of("payment_period", "enrollment"),
                            List.of("FACTS", "RULES"))),
                "causes", Map.of("FACTS", 2L, "RULES", 1L),
                "next", "S-<1>"));
    assertThat(html)
        .contains("2 changed")
        .contains("0 new")
        .contains("S-&lt;1&gt;")
        .contains("payment_period, enrollment")
        .contains("something became known of the learner; other rules are in force")
        .contains("after=S-%3C1%3E");
  }
}
