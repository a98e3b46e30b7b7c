package org.vellum.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.limits.RateLimit;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.time.MovingClock;
import org.vellum.testsupport.TestDatabase;

class AttemptsTest {

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform").emptyAfterEach("platform");

  private final Jdbi jdbi = Database.over(database.dataSource());
  private final Attempts attempts =
      new Attempts(new RateLimit(jdbi, new MovingClock("2026-03-01T10:00:00Z")));

  @Test
  void ten_are_allowed_however_the_name_is_written() {
    for (String name :
        List.of("ada", "Ada", "ADA", " ada", "ada ", "aDa", "adA", "ada", "a", "ada")) {
      assertThat(attempts.allow(name)).isTrue();
    }
    assertThat(attempts.allow("ada")).isTrue();
    assertThat(attempts.allow("Ada ")).isFalse();
    attempts.forget("ADA");
    assertThat(attempts.allow("ada")).isTrue();
  }

  @Test
  void names_whose_hash_codes_are_the_same_are_counted_apart() {
    assertThat("bbaa".hashCode()).isEqualTo("bbbB".hashCode());
    for (int i = 0; i < 11; i++) {
      attempts.allow("bbaa");
    }
    assertThat(attempts.allow("bbaa")).isFalse();
    assertThat(attempts.allow("bbbB")).isTrue();
  }

  @Test
  void no_name_is_kept() {
    attempts.allow("ada.lovelace");
    assertThat(
            jdbi.<String, RuntimeException>withHandle(handle ->
                handle.createQuery("select key from platform.attempt").mapTo(String.class).one()))
        .doesNotContain("ada");
  }
}
