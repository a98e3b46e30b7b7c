package org.vellum.finaid.ssn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.testsupport.TestDatabase;

class KeptNumbersTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);
  private static final String SECRET = "n".repeat(32);
  private static final ECKey READER = key();

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "financial_aid")
          .emptyAfterEach("financial_aid");

  @TempDir Path folder;

  private final Jdbi jdbi = Database.over(database.dataSource());
  private final KeptNumbers kept = new KeptNumbers(jdbi);
  private final NumbersConfiguration on =
      new NumbersConfiguration(SECRET, READER.toPublicJWK().toJSONString());

  private static ECKey key() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("aid").generate();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void learners() {
    jdbi.useHandle(handle ->
        handle.execute(
            """
            insert into financial_aid.learner (id, student_id, family_name, position, source_as_of)
            select gen_random_uuid(), 'S-' || i, 'Family', i, now() from generate_series(1, 4) i
            """));
  }

  private ImportNumbers.Result imported(NumbersConfiguration configuration, String csv)
      throws Exception {
    AuditLog audit =
        new AuditLog(
            jdbi,
            CLOCK,
            new PlatformConfiguration(
                URI.create("http://localhost"), "T", "s".repeat(32), Duration.ofHours(1), 1000));
    ImportNumbers importNumbers = new ImportNumbers(kept, configuration, audit, CLOCK);
    return database.inTransaction(
        () -> importNumbers.importFrom(new ByteArrayInputStream(csv.getBytes(UTF_8)), "officer"));
  }

  private ImportNumbers.Result.Imported imported(String csv) throws Exception {
    return (ImportNumbers.Result.Imported) imported(on, csv);
  }

  @Test
  void numbers_are_kept_so_that_the_rows_tell_nothing_of_them() throws Exception {
    ImportNumbers.Result.Imported done =
        imported("\uFEFFstudent_id,ssn\r\nS-1,123-45-6789\r\nS-2,078051121\r\n");
    assertThat(done.kept()).isEqualTo(2);
    assertThat(done.findings()).isEmpty();
    assertThat(everything()).hasSize(2).noneMatch(row -> row.matches(".*(6789|078051121|1121).*"));
    assertThat(imported("student_id,ssn\nS-1,\n").forgotten()).isEqualTo(1);
    assertThat(kept.count()).isEqualTo(1);
  }

  private List<String> everything() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select cast(n as text) from financial_aid.social_security_number n")
            .mapTo(String.class)
            .list());
  }

  @Test
  void what_is_wrong_with_a_row_is_told_without_what_stands_there() throws Exception {
    ImportNumbers.Result.Imported done =
        imported("student_id,ssn\nS-1,666123456\nS-9,123456780\n,123456781\nS-2,123456782\nS-3\n");
    assertThat(done.kept()).isEqualTo(1);
    assertThat(done.refused()).isEqualTo(4);
    assertThat(done.findings())
        .extracting(Finding::place)
        .containsExactlyInAnyOrder(
            "numbers.csv:2:ssn",
            "numbers.csv:3:student_id",
            "numbers.csv:4:student_id",
            "numbers.csv:6:ssn");
    assertThat(done.toString()).doesNotContain("666123456", "12345678");
  }

  @Test
  void another_file_is_refused_as_a_whole_and_without_a_secret_every_file() throws Exception {
    assertThat(imported(on, "id,number\nS-1,123456789\n"))
        .isInstanceOf(ImportNumbers.Result.Refused.class);
    assertThat(imported(on, "student_id,ssn\nS-1,\"123456789\n"))
        .isInstanceOfSatisfying(
            ImportNumbers.Result.Refused.class,
            refused -> assertThat(refused.why()).doesNotContain("123456789"));
    assertThat(imported(new NumbersConfiguration("", ""), "student_id,ssn\nS-1,123456789\n"))
        .isInstanceOf(ImportNumbers.Result.SwitchedOff.class);
    assertThat(kept.count()).isZero();
  }

  @Test
  void a_package_has_the_numbers_of_its_learners_for_the_aid_system_alone() throws Exception {
    imported("student_id,ssn\nS-1,123456789\nS-2,078051121\nS-3,123456782\n");
    students("UPSERT,S-1", "TOMBSTONE,", "UPSERT,S-2", "UPSERT,S-4");
    new RunNumbers(kept, on).write(folder, "student.csv");
    assertThat(decrypted())
        .isEqualTo("institutionStudentId,ssn\r\n\"S-1\",123456789\r\n\"S-2\",078051121\r\n");
  }

  private String decrypted() throws Exception {
    JWEObject read = JWEObject.parse(Files.readString(folder.resolve("ssn.csv.jwe")));
    read.decrypt(new ECDHDecrypter(READER));
    return read.getPayload().toString();
  }

  @Test
  void who_comes_to_share_a_number_and_who_does_so_no_more_have_changed() throws Exception {
    imported("student_id,ssn\nS-1,123456789\nS-3,078051121\n");
    assertThat(changed()).isEmpty();
    imported("student_id,ssn\nS-2,123456789\n");
    assertThat(changed()).containsExactly("S-1", "S-2");
    unchanged();
    imported("student_id,ssn\nS-2,\n");
    assertThat(changed()).containsExactly("S-1", "S-2");
  }

  private List<String> changed() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select student_id from financial_aid.learner where facts_version > 1 order by 1")
            .mapTo(String.class)
            .list());
  }

  private void unchanged() {
    jdbi.useHandle(handle -> handle.execute("update financial_aid.learner set facts_version = 1"));
  }

  private void students(String... rows) throws IOException {
    Files.writeString(
        folder.resolve("student.csv"),
        "\uFEFFop,institutionStudentId\r\n" + String.join("\r\n", rows) + "\r\n");
  }

  @Test
  void learners_with_one_number_are_known_and_where_it_is_switched_off_nothing_is_written()
      throws Exception {
    imported("student_id,ssn\nS-1,123456789\nS-2,123-45-6789\nS-3,078051121\n");
    assertThat(new RunNumbers(kept, on).shared()).containsExactlyInAnyOrder("S-1", "S-2");
    students("UPSERT,S-1", "UPSERT,S-3");
    new RunNumbers(kept, on).write(folder, "student.csv");
    assertThat(decrypted()).doesNotContain("S-1").contains("S-3");
    Files.delete(folder.resolve("ssn.csv.jwe"));
    RunNumbers off = new RunNumbers(kept, new NumbersConfiguration(SECRET, ""));
    assertThat(off.shared()).isEmpty();
    students("UPSERT,S-3");
    off.write(folder, "student.csv");
    assertThat(folder.resolve("ssn.csv.jwe")).doesNotExist();
  }

  @Test
  void with_another_secret_than_they_were_sealed_with_no_package_is_made() throws Exception {
    imported("student_id,ssn\nS-1,123456789\n");
    students("UPSERT,S-1");
    RunNumbers other =
        new RunNumbers(kept, new NumbersConfiguration("o".repeat(32), on.recipient()));
    assertThatThrownBy(() -> other.write(folder, "student.csv"))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("123456789");
    assertThat(Map.of("configuration", on).toString()).doesNotContain(SECRET);
  }
}
