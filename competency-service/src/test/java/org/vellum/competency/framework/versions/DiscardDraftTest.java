package org.vellum.competency.framework.versions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.DraftRows;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Packages;
import org.vellum.competency.framework.Rendered;
import org.vellum.competency.framework.versions.DiscardDraft.Result;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** Drafts that nobody wants any more. */
class DiscardDraftTest {
  private static final UUID DOCUMENT = UUID.fromString(Packages.DOCUMENT);
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final VersionsFixture fixture = new VersionsFixture(database);
  private final DiscardDraft discardDraft =
      new DiscardDraft(
          fixture.framework.frameworks,
          fixture.framework.packages,
          new DraftRows(fixture.framework.jdbi),
          fixture.framework.lineages,
          fixture.framework.audit);

  @Test
  void a_mistaken_new_version_does_not_block_another() throws Exception {
    fixture.imported(Packages.ofItems(12));
    ObjectNode before = fixture.whole.find(DOCUMENT, Audience.EVERYONE).orElseThrow();
    UUID mistaken = fixture.begun(DOCUMENT);
    Framework draft = draft(mistaken);
    everythingIsKeptOf(mistaken);

    assertThat(discarding(mistaken, draft.changedAt()))
        .isEqualTo(new Result.Discarded(draft, Optional.of(DOCUMENT)));

    assertThat(fixture.framework.frameworks.find(mistaken, Audience.REGISTRARS)).isEmpty();
    assertThat(rowsOf(mistaken)).isZero();
    assertThat(fixture.whole.find(DOCUMENT, Audience.EVERYONE)).contains(before);
    assertThat(fixture.begun(DOCUMENT)).isNotEqualTo(mistaken);
  }

  @Test
  void what_changed_after_it_was_shown_stays() throws Exception {
    fixture.imported(Packages.ofItems(2));
    UUID draft = fixture.begun(DOCUMENT);
    long rows = rowsOf(draft);
    assertThat(discarding(draft, LONG_AGO)).isEqualTo(new Result.Changed());
    assertThat(rowsOf(draft)).isEqualTo(rows).isPositive();
  }

  @Test
  void what_was_in_force_is_never_discarded() throws Exception {
    fixture.imported(Packages.ofItems(2));
    Instant changed = draft(DOCUMENT).changedAt();
    assertThat(discarding(DOCUMENT, changed)).isEqualTo(new Result.Adopted());
    assertThat(discarding(UUID.fromString(Packages.item(77)), changed))
        .isEqualTo(new Result.Unknown());
    assertThat(fixture.whole.find(DOCUMENT, Audience.EVERYONE)).isPresent();
  }

  @Test
  void a_past_state_that_was_public_is_kept_by_the_database_itself() throws Exception {
    fixture.imported(Packages.ofItems(1));
    keepRevision(DOCUMENT, false);
    Assertions.assertThatExceptionOfType(JdbiException.class)
        .isThrownBy(() ->
            fixture.framework.jdbi.useHandle(
                handle -> handle.execute("delete from competency.framework_revision")));
  }

  @Test
  void the_page_asks_first_and_tells_what_goes_and_what_rests_on_it() throws Exception {
    fixture.imported(Packages.ofItems(2));
    Framework draft = draft(fixture.begun(DOCUMENT));
    DiscardResource.Used use =
        new DiscardResource.Used(
            UUID.fromString(Packages.item(1)), "Does <it>", "evidence rules of C-1");
    String page =
        Rendered.html(DiscardResource.page(draft, Optional.of(draft(DOCUMENT)), 2, List.of(use)));
    assertThat(page)
        .contains(
            "Discard this draft?",
            "2 items",
            "cannot be undone",
            "Does &lt;it&gt;</a>: evidence rules of C-1")
        .contains("value=\"" + draft.changedAt() + "\"")
        .contains("href=\"/competency/frameworks/" + DOCUMENT + "\"")
        .contains("/competency/ims/case/v1p1/CFPackages/" + draft.identifier());
  }

  private Result discarding(UUID draft, Instant shown) throws Exception {
    return database.inTransaction(() -> discardDraft.discard(draft, shown, "rita"));
  }

  private Framework draft(UUID identifier) {
    return fixture.framework.frameworks.find(identifier, Audience.REGISTRARS).orElseThrow();
  }

  /** A row in every table in which something of a draft may stand. */
  private void everythingIsKeptOf(UUID draft) {
    fixture.framework.jdbi.useHandle(handle -> {
      handle.execute(
          """
          insert into competency.framework_change (id, framework, made_at, made_by, summary, objects)
          values (gen_random_uuid(), ?, now(), 'rita', 'A change', '[]')
          """,
          draft);
      handle.execute(
          """
          insert into competency.framework_comment (id, framework, said_at, said_by, said)
          values (gen_random_uuid(), ?, now(), 'fay', 'What is this?')
          """,
          draft);
      handle.execute(
          "insert into competency.cf_variant values (?, 'CFItems', gen_random_uuid(), '{99}',"
              + " '{}')",
          draft);
    });
    keepRevision(draft, true);
  }

  private void keepRevision(UUID framework, boolean draft) {
    fixture.framework.jdbi.useHandle(handle ->
        handle.execute(
            """
            insert into competency.framework_revision
            values (?, 1, 'As it was', null, ?, '{}', '', now(), now(), 'rita')
            """,
            framework,
            draft));
  }

  /** How many rows of any table name the draft as theirs. */
  private long rowsOf(UUID draft) {
    return fixture.framework.jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select table_name from information_schema.columns
                where table_schema = 'competency' and column_name = 'framework'
                  and data_type = 'uuid'
                """)
            .mapTo(String.class)
            .list()
            .stream()
            .mapToLong(table ->
                handle
                    .createQuery(
                        "select count(*) from competency." + table + " where framework = :draft")
                    .bind("draft", draft)
                    .mapTo(Long.class)
                    .one())
            .sum());
  }
}
