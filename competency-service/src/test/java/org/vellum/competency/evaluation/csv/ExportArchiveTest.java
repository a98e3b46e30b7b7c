package org.vellum.competency.evaluation.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.evaluation.Results;
import org.vellum.competency.roster.ArchiveRows;
import org.vellum.competency.roster.FileReport;
import org.vellum.competency.roster.ImportRoster;
import org.vellum.competency.roster.RosterExport;
import org.vellum.competency.roster.RosterFixture;
import org.vellum.competency.roster.RosterZip;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class ExportArchiveTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private static final Optional<Instant> BEFORE =
      Optional.of(EvaluationFixture.NOW.minusSeconds(1));

  private final RosterFixture roster = new RosterFixture(database);
  private final ExportArchive exports =
      new ExportArchive(
          new RosterExport(roster.jdbi, new ArchiveRows(roster.jdbi)),
          new ResultExport(new ArchiveRows(roster.jdbi)));

  @TempDir private Path folder;

  private void imported() throws Exception {
    roster.imported(
        RosterZip.aRoster()
            .with(
                "scoreScales",
                "title,type,courseSourcedId,classSourcedId,scoreScaleValue",
                "letters,,,Letters,alpha,course,class,\"{A:93-100},{B:0-92}\"")
            .with(
                "lineItemScoreScales", "lineItemSourcedId,scoreScaleSourcedId", "s1,,,item,letters")
            .with("demographics", "birthDate,sex", "amara,,,2001-02-03,female"),
        folder);
  }

  private Path exported(Optional<Instant> since) throws Exception {
    Path zip = folder.resolve("out.zip");
    database.inTransaction(() -> {
      exports.writeTo(zip, since, "Alder Ridge");
      return zip;
    });
    return zip;
  }

  private static String text(Path zip, String name) throws Exception {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return new String(file.getInputStream(file.getEntry(name)).readAllBytes(), UTF_8);
    }
  }

  private List<String> results(Optional<Instant> since) throws Exception {
    return text(exported(since), "results.csv").lines().skip(1).toList();
  }

  @Test
  void what_is_exported_and_taken_in_again_changes_nothing() throws Exception {
    imported();
    ImportRoster.Result again = roster.importing(exported(Optional.empty()));
    assertThat(again).isInstanceOf(ImportRoster.Result.Imported.class);
    List<FileReport> files = ((ImportRoster.Result.Imported) again).report().files();
    assertThat(files).hasSize(13);
    assertThat(files)
        .allSatisfy(file -> {
          assertThat(file.unchanged()).as(file.file()).isEqualTo(file.read()).isPositive();
        });
  }

  @Test
  void every_file_of_the_standard_is_named_and_every_column_there() throws Exception {
    imported();
    Path zip = exported(Optional.empty());
    assertThat(text(zip, "manifest.csv").lines())
        .hasSize(26)
        .contains(
            "manifest.version,1.0",
            "oneroster.version,1.2",
            "file.users,bulk",
            "file.resources,absent",
            "source.systemName,Alder Ridge");
    assertThat(text(zip, "users.csv"))
        .startsWith(
            "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,"
                + "middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,"
                + "userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,"
                + "preferredFamilyName,primaryOrgSourcedId,pronouns\r\n"
                + "amara,,,true,amara,,Amara,Okafor,");
  }

  @Test
  void a_delta_tells_what_changed_since_and_what_is_to_be_deleted() throws Exception {
    imported();
    roster.jdbi.useHandle(handle -> {
      handle.execute(
          "update competency.roster_user set last_modified = '2026-10-01T00:00:00Z',"
              + " given_name = 'Amara N.' where sourced_id = 'amara'");
      handle.execute(
          "update competency.enrollment set last_modified = '2026-10-02T00:00:00Z',"
              + " active = false where sourced_id = 'enrolled-2'");
    });
    Path zip = exported(Optional.of(RosterFixture.NOW));
    assertThat(text(zip, "manifest.csv")).contains("file.users,delta");
    assertThat(text(zip, "users.csv").lines().skip(1))
        .singleElement()
        .asString()
        .startsWith("amara,active,2026-10-01T00:00:00.000Z,true,amara,,Amara N.,");
    assertThat(text(zip, "enrollments.csv").lines().skip(1))
        .containsExactly(
            "enrolled-2,tobedeleted,2026-10-02T00:00:00.000Z,class,school,lukas,student,false,,");
    assertThat(text(zip, "orgs.csv").lines()).hasSize(1);
  }

  @Test
  void results_are_told_with_their_source_and_what_was_taken_back_in_a_delta() throws Exception {
    EvaluationFixture institution = new EvaluationFixture(database);
    institution.found();
    institution.record(Results.aResult());
    assertThat(results(Optional.empty()))
        .containsExactly("lms/result-1,,,lab,ada,fully graded,9,2026-05-03,,,class-1,,,,");
    assertThat(results(BEFORE))
        .singleElement()
        .asString()
        .startsWith("lms/result-1,active,2026-05-03T10:00:00.000Z,lab,ada,fully graded,9,");

    institution.clear("lms", "result-1");
    assertThat(results(Optional.empty())).isEmpty();
    assertThat(results(BEFORE))
        .containsExactly(
            "lms/result-1,tobedeleted,2026-11-23T12:00:00.000Z,lab,ada,fully graded,,2026-05-03,"
                + ",,class-1,,,,");
    assertThat(results(Optional.of(EvaluationFixture.NOW))).isEmpty();
  }
}
