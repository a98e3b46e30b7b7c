package org.vellum.competency.roster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vellum.competency.roster.RosterZip.aRoster;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Severity;
import org.vellum.testsupport.TestDatabase;

/** What refuses an archive as a whole leaves no trace in the database. */
class HostileRosterTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency");

  private static final String USERS =
      "sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName\n";

  private final RosterFixture fixture = new RosterFixture(database);

  @TempDir Path folder;

  @AfterEach
  void nothing_was_stored() throws Exception {
    assertThat(fixture.count("competency.org")).isZero();
    assertThat(fixture.count("competency.roster_user")).isZero();
    assertThat(fixture.count("competency.roster_report")).isZero();
    assertThat(fixture.count("platform.event")).isZero();
    assertThat(fixture.count("platform.audit_entry")).isZero();
  }

  @Test
  void what_is_no_zip_is_refused() throws Exception {
    Path file = Files.writeString(folder.resolve("roster.zip"), "sourcedId,status");

    assertThat(codes(fixture.refused(file))).containsExactly("not-a-zip");
  }

  @Test
  void an_empty_body_is_refused() throws Exception {
    assertThat(codes(fixture.refused(Files.createFile(folder.resolve("roster.zip")))))
        .containsExactly("not-a-zip");
  }

  @Test
  void a_zip_cut_off_in_the_middle_is_refused() throws Exception {
    Path zip = aRoster().to(folder.resolve("roster.zip"));
    byte[] bytes = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(bytes, bytes.length / 2));

    assertThat(codes(fixture.refused(zip))).containsExactly("not-a-zip");
  }

  @Test
  void a_flipped_byte_is_noticed() throws Exception {
    Path zip = folder.resolve("roster.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream stored = new ZipOutputStream(out)) {
      stored.setLevel(0);
      stored.putNextEntry(new ZipEntry("manifest.csv"));
      stored.write(
          "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\nfile.orgs,bulk\n"
              .getBytes(UTF_8));
      stored.closeEntry();
      stored.putNextEntry(new ZipEntry("orgs.csv"));
      stored.write(
          "sourcedId,status,dateLastModified,name,type\nschool,,,Alder Ridge,school\n"
              .getBytes(UTF_8));
    }
    byte[] bytes = Files.readAllBytes(zip);
    bytes[new String(bytes, ISO_8859_1).indexOf("Alder")]++;
    Files.write(zip, bytes);

    assertThat(codes(fixture.refused(zip))).containsExactly("zip-damaged");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../orgs.csv", "a/../../orgs.csv", "/orgs.csv", "a\\orgs.csv", "C:orgs.csv"})
  void a_name_that_leads_out_of_the_archive_is_refused(String name) throws Exception {
    assertThat(codes(fixture.refused(aRoster().withEntry(name, "x"), folder)))
        .containsExactly("path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b/orgs.csv", "a/users.csv"})
  void files_in_several_folders_are_refused(String name) throws Exception {
    assertThat(codes(fixture.refused(aRoster().withEntry(name, "x"), folder)))
        .containsExactly("folders");
  }

  @Test
  void a_bomb_of_equal_lines_is_refused() throws Exception {
    byte[] lines = "a,,,A,school\n".repeat(2_000_000).getBytes(UTF_8);

    assertThat(codes(fixture.refused(aRoster().withBytes("orgs", lines), folder)))
        .contains("too-large");
  }

  @Test
  void an_archive_of_very_many_entries_is_refused() throws Exception {
    RosterZip zip = aRoster();
    for (int i = 0; i < 100; i++) {
      zip.withEntry("extra" + i, "");
    }

    assertThat(codes(fixture.refused(zip, folder))).containsExactly("too-many-entries");
  }

  @Test
  void a_quote_that_never_closes_is_refused() throws Exception {
    assertThat(
            fixture.refused(
                aRoster().withText("users", USERS + "a,,,true,a,\"Ann,Lee\nb,,,true,b,B,Lee\n"),
                folder))
        .extracting(Finding::code, Finding::place)
        .contains(tuple("not-csv", "users.csv:2"));
  }

  @Test
  void a_row_that_would_fill_the_memory_is_refused() throws Exception {
    Random chance = new Random(1);
    StringBuilder endless = new StringBuilder(USERS).append("a,,,true,a,\"");
    for (int i = 0; i < 100_000; i++) {
      endless.append(Long.toString(chance.nextLong(), 36));
    }

    assertThat(codes(fixture.refused(aRoster().withText("users", endless.toString()), folder)))
        .containsExactly("row-too-long");
  }

  @Test
  void other_encodings_are_refused() throws Exception {
    byte[] unmarked = (USERS + "a,,,true,a,Ann,Lee\n").getBytes(UTF_16LE);
    byte[] latin = (USERS + "a,,,true,a,Zo\u00eb,Lee\n").getBytes(ISO_8859_1);

    assertThat(codes(fixture.refused(aRoster().withBytes("users", unmarked), folder)))
        .contains("column-missing");
    assertThat(codes(fixture.refused(aRoster().withBytes("users", latin), folder)))
        .containsExactly("not-utf-8");
  }

  @Test
  void a_missing_column_is_told_by_its_name() throws Exception {
    assertThat(fixture.refused(aRoster().replacing("users", "givenName,", ""), folder))
        .extracting(Finding::place, Finding::code)
        .contains(tuple("users.csv:1:givenName", "column-missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GivenName", "given_name", "givenNam", "givenNames", "givenname"})
  void a_misspelt_column_is_told_with_its_right_spelling(String misspelt) throws Exception {
    assertThat(fixture.refused(aRoster().replacing("users", "givenName", misspelt), folder))
        .filteredOn(finding -> finding.code().equals("column-misspelt"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.place()).isEqualTo("users.csv:1:" + misspelt))
        .satisfies(finding -> assertThat(finding.message()).contains("givenName"));
  }

  @Test
  void a_misspelt_optional_column_is_not_silently_dropped() throws Exception {
    assertThat(codes(fixture.refused(aRoster().replacing("users", "email", "eMail"), folder)))
        .contains("column-misspelt");
  }

  @Test
  void a_column_that_is_there_twice_is_refused() throws Exception {
    assertThat(codes(fixture.refused(aRoster().replacing("users", "email", "username"), folder)))
        .containsExactly("column-twice");
  }

  @Test
  void a_file_without_a_header_is_refused() throws Exception {
    assertThat(codes(fixture.refused(aRoster().withText("users", "\n\n"), folder)))
        .containsExactly("header-missing");
  }

  @Test
  void an_archive_without_a_manifest_is_refused() throws Exception {
    Path zip = folder.resolve("roster.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream one = new ZipOutputStream(out)) {
      one.putNextEntry(new ZipEntry("orgs.csv"));
    }

    assertThat(codes(fixture.refused(zip))).containsExactly("manifest-missing");
  }

  @Test
  void a_manifest_must_be_of_this_version_and_name_files_that_are_there() throws Exception {
    String manifest =
        """
        propertyName,value
        manifest.version,1.0
        oneroster.version,1.1
        file.users,bulk
        file.orgs,whole
        file.users,bulk
        """;

    assertThat(
            fixture.refused(aRoster().without("users").withEntry("manifest.csv", manifest), folder))
        .filteredOn(finding -> !finding.code().equals("file-passed-over"))
        .extracting(Finding::code, Finding::place)
        .containsExactly(
            tuple("manifest-mode", "manifest.csv:5:value"),
            tuple("manifest-twice", "manifest.csv:6"),
            tuple("manifest-version", "manifest.csv:oneroster.version"),
            tuple("file-missing", "users.csv"));
  }

  @Test
  void a_manifest_that_names_nothing_is_refused() throws Exception {
    assertThat(codes(fixture.refused(RosterZip.empty(), folder)))
        .containsExactly("nothing-to-read");
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::code)
        .toList();
  }
}
