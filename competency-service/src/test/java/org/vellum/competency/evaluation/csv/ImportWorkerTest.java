package org.vellum.competency.evaluation.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;
import static org.vellum.competency.evaluation.EvaluationFixture.NOW;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.evaluation.Teaching;
import org.vellum.competency.roster.RosterFixture;
import org.vellum.competency.roster.RosterReports;
import org.vellum.platform.pages.Templates;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.ProblemException;
import org.vellum.platform.time.Ids;
import org.vellum.testsupport.TestDatabase;

class ImportWorkerTest {
  private static final String HEADER =
      "sourcedId,lineItemSourcedId,studentSourcedId,score,scoreDate\n";
  private static final int LARGEST = 200_000;

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  @TempDir private Path folder;

  private final EvaluationFixture institution = new EvaluationFixture(database);
  private final Ids ids = new Ids(EvaluationFixture.CLOCK, new SecureRandom());
  private final RosterReports reports = new RosterReports(institution.jdbi);
  private final ResultImports imports = new ResultImports(institution.jdbi);
  private final Teaching teaching = new Teaching(institution.jdbi);

  @BeforeEach
  void founded() {
    institution.found();
  }

  private SentFiles files() {
    return new SentFiles(new ResultFilesConfiguration(LARGEST, folder.toString()));
  }

  private ImportWorker worker() {
    return new ImportWorker(
        imports,
        files(),
        new ImportResults(
            institution.recordResults(),
            new StagedObjectives(institution.jdbi),
            new KeepReport(reports, RosterFixture.audit(institution.jdbi)),
            EvaluationFixture.CLOCK,
            ids),
        new AllowedLineItems(teaching),
        EvaluationFixture.CLOCK);
  }

  private UUID sent(String csv, boolean all) throws Exception {
    UUID id = ids.next();
    files().keep(id, new ByteArrayInputStream(csv.getBytes(UTF_8)));
    imports.add(id, new Teaching.Teacher("ada", all), NOW);
    return id;
  }

  private ResultImport sent(UUID id) {
    return imports.find(id).orElseThrow();
  }

  private static String rows(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "r" + i + ",lab,ada,9,2026-05-03\n")
        .collect(Collectors.joining());
  }

  @Test
  void what_was_sent_is_taken_in_and_tells_how_far_it_is() throws Exception {
    UUID id = sent(HEADER + rows(1_200) + "x,lab,nobody,9,2026-05-03\n", true);
    assertThat(sent(id).isUnderWay()).isTrue();
    assertThat(page(id)).contains("waits for its turn", "http-equiv=\"refresh\"");

    worker().takeIn();
    assertThat(sent(id).rowsKnown()).contains(1_201);
    assertThat(sent(id).rowsDone()).isEqualTo(1_201);
    assertThat(sent(id).isUnderWay()).isFalse();
    assertThat(reports.find(id).orElseThrow().files().getFirst().added()).isEqualTo(1_200);
    assertThat(institution.standing(ADA)).containsExactly("Cleans data");
    assertThat(Files.exists(files().path(id))).isFalse();
    worker().takeIn();
    assertThat(institution.facts()).isEqualTo(1_200);
  }

  @Test
  void a_server_that_is_stopped_leaves_its_file_and_another_goes_on() throws Exception {
    UUID id = sent(HEADER + rows(2_500), true);
    ImportWorker stopping = worker();
    imports.tell(id, 0, 2_500, NOW.minus(Duration.ofHours(1)));
    stopping.stopAfterThis();
    stopping.takeIn();
    assertThat(sent(id).isUnderWay()).isTrue();
    assertThat(sent(id).rowsDone()).isEqualTo(1_000);
    assertThat(page(id)).contains("1000 of 2500 rows are done", "max=\"2500\" value=\"1000\"");
    worker().takeIn();
    assertThat(sent(id).rowsDone()).as("seen a moment ago").isEqualTo(1_000);

    imports.tell(id, 1_000, 2_500, NOW.minus(Duration.ofMinutes(3)));
    worker().takeIn();
    assertThat(sent(id).isUnderWay()).isFalse();
    assertThat(institution.facts()).isEqualTo(2_500);
  }

  @Test
  void a_file_that_is_none_is_refused_with_its_faults() throws Exception {
    UUID id = sent("what,is,this\n1,2,3\n", true);
    worker().takeIn();

    assertThat(sent(id).failure()).isPresent();
    assertThat(reports.find(id)).isEmpty();
    assertThat(page(id))
        .contains("nothing was stored", "filled-in.csv:1")
        .doesNotContain("http-equiv");
  }

  @Test
  void who_teaches_may_send_results_of_their_own_classes_only() throws Exception {
    UUID id = sent(HEADER + rows(1), false);
    worker().takeIn();

    assertThat(reports.find(id).orElseThrow().files().getFirst().refused()).isEqualTo(1);
    assertThat(institution.facts()).isZero();
    assertThat(imports.list(Optional.of("ada"), 5)).hasSize(1);
    assertThat(imports.list(Optional.of("bea"), 5)).isEmpty();
  }

  @Test
  void what_a_killed_server_left_is_forgotten_but_for_what_waits_or_has_just_come()
      throws Exception {
    FileTime yesterday = FileTime.from(NOW.minus(Duration.ofHours(25)));
    UUID waiting = sent(HEADER + rows(1), true);
    Files.setLastModifiedTime(files().path(waiting), yesterday);
    UUID left = ids.next();
    Files.setLastModifiedTime(Files.writeString(files().path(left), HEADER), yesterday);
    UUID coming = ids.next();
    Files.setLastModifiedTime(
        Files.writeString(files().path(coming), HEADER), FileTime.from(NOW.minusSeconds(1)));

    worker().forgetWhatIsLeft();

    assertThat(files().path(left)).doesNotExist();
    assertThat(files().path(waiting)).exists();
    assertThat(files().path(coming)).exists();
  }

  @Test
  void nothing_stays_of_a_file_that_is_too_large() {
    UUID id = ids.next();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };
    assertThatThrownBy(() -> files().keep(id, endless)).isInstanceOf(ProblemException.class);
    assertThat(files().path(id)).doesNotExist();
  }

  private String page(UUID id) {
    Map<String, Object> model = new HashMap<>();
    model.put("user", "registrar");
    model.put("roles", Set.of("registrar"));
    model.put("csrf", "token");
    model.put("navigation", List.of());
    model.put("institution", "University");
    model.put("baseUrl", "http://localhost:9080");
    model.put("path", "/competency/results/files");
    model.put("flash", "");
    model.put("assets", Map.of("icon.svg", "/i", "vellum.css", "/c", "htmx.js", "/h"));
    model.putAll(ResultFilesResource.progress(sent(id)));
    return new Templates()
        .fill(
            "org/vellum/competency/evaluation/csv/import",
            model,
            ImportWorkerTest.class.getClassLoader());
  }
}
