package org.vellum.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.platform.problem.ProblemException;
import org.vellum.testsupport.TestDatabase;

class StorableTextTest {
  @RegisterExtension
  static final TestDatabase database = TestDatabase.migratedBy(Schemas::migrate, "platform");

  private final Jdbi jdbi = Database.over(database.dataSource());

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "\u202Eright to left", "\uD83D\uDE00", "'; drop table x --"})
  void text_is_kept_as_it_is(String text) {
    assertThat(given(text)).isEqualTo(text);
    assertThat(given(Optional.of(text))).isEqualTo(text);
    assertThat(givenInArray(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "before\0after", "\uD83D", "\uDE00\uD83D"})
  void text_that_cannot_be_kept_as_it_is_is_refused_and_not_altered(String text) {
    assertThatThrownBy(() -> given(text)).satisfies(StorableTextTest::isTold);
    assertThatThrownBy(() -> given(Optional.of(text))).satisfies(StorableTextTest::isTold);
    assertThatThrownBy(() -> givenInArray(text)).satisfies(StorableTextTest::isTold);
  }

  @Test
  void no_text_stays_none() {
    assertThat(given(Optional.empty())).isNull();
    assertThat(givenInArray(null)).isNull();
  }

  private static void isTold(Throwable thrown) {
    assertThat(thrown)
        .satisfiesAnyOf(
            own -> assertThat(own).isInstanceOf(ProblemException.class),
            wrapped -> assertThat(wrapped).hasRootCauseInstanceOf(ProblemException.class));
  }

  private @Nullable Object given(Object text) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select cast(:text as text)")
            .bind("text", text)
            .map((row, context) -> Optional.ofNullable(row.getString(1)))
            .one()
            .orElse(null));
  }

  private @Nullable String givenInArray(@Nullable String text) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select (:texts)[1]")
            .bindArray("texts", String.class, Collections.singletonList(text))
            .map((row, context) -> Optional.ofNullable(row.getString(1)))
            .one()
            .orElse(null));
  }
}
