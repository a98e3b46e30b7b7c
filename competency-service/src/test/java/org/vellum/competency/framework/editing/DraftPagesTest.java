package org.vellum.competency.framework.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.framework.editing.EditingFixture.DRAFT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vellum.competency.framework.DraftRows.Stored;
import org.vellum.competency.framework.Packages;
import org.vellum.competency.framework.Rendered;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.editing.DraftPages.Shown;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.testsupport.TestDatabase;

class DraftPagesTest {
  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final UUID FIRST = UUID.fromString(Packages.item(1));

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final EditingFixture fixture = new EditingFixture(database);

  @Test
  void the_form_of_an_item_asks_for_every_member_and_offers_every_act() throws Exception {
    fixture.draftOf(12);
    fixture.done(fixture.saving(1, Map.of("notes", SCRIPT)));
    String html = html(shown(CaseClass.ITEM, FIRST), "thing 1");
    for (Field field : Field.of(CaseClass.ITEM)) {
      assertThat(html).contains("<label for=\"" + field.name() + "\">");
    }
    assertThat(html)
        .contains("&lt;script&gt;", "number 1 of 10 at the top", "goes with the 2 below it")
        .contains("/move", "/associations", "/retire", "/remove", "value=\"" + Packages.item(12))
        .doesNotContain("<script>");
  }

  @Test
  void whoever_lost_a_race_sees_both_versions_and_can_still_save_theirs() throws Exception {
    fixture.draftOf(1);
    Shown mine = shown(CaseClass.ITEM, FIRST);
    mine.object().put("fullStatement", "Mine & mine");
    fixture.done(fixture.saving(1, Map.of("fullStatement", "Theirs", "notes", "N")));
    Stored theirs = fixture.stored(CaseClass.ITEM, FIRST);
    String html = html(mine.lost(StoredObjects.sent(theirs), theirs.fingerprint()), "");
    assertThat(html)
        .contains("Somebody else saved this meanwhile", "Theirs:</span> Theirs</td>")
        .contains("Yours:</span> Mine &amp; mine</td>", "<th scope=\"row\">Notes</th>")
        .contains("name=\"expected\" value=\"" + theirs.fingerprint())
        .contains("class=\"words\">Mine &amp; mine</textarea>");
  }

  @ParameterizedTest
  @EnumSource(
      value = CaseClass.class,
      names = {"CRITERION", "LEVEL", "DOCUMENT", "ASSOCIATION"},
      mode = EnumSource.Mode.EXCLUDE)
  void what_a_form_adds_is_kept_and_shown(CaseClass type) throws Exception {
    fixture.draftOf(1);
    ObjectNode object = fixture.edits.fresh(type);
    assertThat(html(Shown.of(fixture.draft(), type, object, ""), "")).contains(">Add</button>");
    object.put(type == CaseClass.ITEM ? "fullStatement" : "title", "New and " + SCRIPT);
    fixture.done(
        type == CaseClass.ITEM
            ? fixture.edits.addItem(DRAFT, object, fixture.node(1))
            : fixture.edits.add(type, object));
    UUID added = UUID.fromString(object.path("identifier").asText());
    assertThat(html(shown(type, added), ""))
        .contains("New and &lt;script&gt;")
        .doesNotContain("<script>");
    assertThat(Rendered.html(fixture.pages.definitions(fixture.draft())))
        .doesNotContain("<script>");
  }

  @Test
  void findings_stand_above_what_was_sent() throws Exception {
    fixture.draftOf(1);
    Shown shown = shown(CaseClass.ITEM, FIRST);
    String html = html(shown.refused(List.of(Finding.error("x", "/notes", "Not so."))), "");
    assertThat(html.indexOf("Not so."))
        .isBetween(0, html.indexOf("<form method=\"post\" action=\"/comp"));
  }

  @Test
  void a_rubric_gets_criteria_of_items_with_levels_and_scores() throws Exception {
    fixture.draftOf(2);
    ObjectNode rubric = fixture.edits.fresh(CaseClass.RUBRIC).put("title", "How well");
    ObjectNode criterion =
        fixture.edits.fresh(CaseClass.CRITERION).put("lastChangeDateTime", "2026-01-01T00:00:00Z");
    Form.Read read =
        fixture.reading.read(
            fixture.draft(),
            CaseClass.CRITERION,
            criterion,
            Map.of("category", words("Care"), "CFItemURI", words("T.2"), "weight", words("0.5")));
    assertThat(read.findings()).isEmpty();
    ObjectNode level =
        fixture.edits.fresh(CaseClass.LEVEL).put("lastChangeDateTime", "2026-01-01T00:00:00Z");
    level.put("quality", "Proficient").put("score", 3);
    read.object().putArray("CFRubricCriterionLevels").add(level);
    rubric.putArray("CFRubricCriteria").add(read.object());
    fixture.done(fixture.edits.add(CaseClass.RUBRIC, rubric));

    UUID identifier = UUID.fromString(rubric.path("identifier").asText());
    JsonNode stored = StoredObjects.sent(fixture.stored(CaseClass.RUBRIC, identifier));
    JsonNode kept = stored.path("CFRubricCriteria").path(0);
    assertThat(kept.path("CFItemURI").path("identifier").asText()).isEqualTo(Packages.item(2));
    assertThat(kept.path("weight").asDouble()).isEqualTo(0.5);
    assertThat(kept.path("CFRubricCriterionLevels").path(0).path("score").asInt()).isEqualTo(3);
    assertThat(html(shown(CaseClass.RUBRIC, identifier), ""))
        .contains("Criterion: Care", "<summary>Proficient</summary>", "Add a level");
  }

  @Test
  void comments_are_said_settled_and_bounded() throws Exception {
    fixture.draftOf(1);
    say(new ReviewDraft.Act.Say(Optional.of(FIRST), " Is this " + SCRIPT + "? "));
    assertThat(say(new ReviewDraft.Act.Say(Optional.empty(), "x".repeat(4_001))))
        .isEqualTo(ReviewDraft.Result.TOO_LONG);
    assertThat(say(new ReviewDraft.Act.Say(Optional.empty(), "  ")))
        .isEqualTo(ReviewDraft.Result.NOTHING);
    Comments.Comment comment = fixture.comments.list(DRAFT, Optional.empty()).getFirst();
    assertThat(comment.saidBy()).isEqualTo("frank");
    assertThat(comment.title()).isEqualTo("T.1 Can do thing 1");
    assertThat(html(shown(CaseClass.ITEM, FIRST), "")).contains("Is this &lt;script&gt;");

    assertThat(say(new ReviewDraft.Act.Settle(comment.id()))).isEqualTo(ReviewDraft.Result.DONE);
    assertThat(say(new ReviewDraft.Act.Settle(comment.id()))).isEqualTo(ReviewDraft.Result.NOTHING);
    assertThat(fixture.comments.list(DRAFT, Optional.of(FIRST)))
        .singleElement()
        .satisfies(settled -> assertThat(settled.resolvedBy()).contains("frank"));
  }

  @Test
  void a_review_is_opened_closed_and_over_when_the_draft_is_adopted() throws Exception {
    fixture.draftOf(1);
    assertThat(fixture.comments.inReview(DRAFT)).isFalse();
    say(new ReviewDraft.Act.Open());
    assertThat(fixture.comments.inReview(DRAFT)).isTrue();
    say(new ReviewDraft.Act.Close());
    assertThat(fixture.comments.inReview(DRAFT)).isFalse();
    say(new ReviewDraft.Act.Open());
    fixture.framework.adopting(DRAFT);
    assertThat(fixture.comments.inReview(DRAFT)).isFalse();
  }

  @Test
  void the_history_offers_to_undo_the_last_change_only() throws Exception {
    fixture.draftOf(1);
    assertThat(Rendered.html(fixture.pages.history(fixture.draft())))
        .contains("Nothing was changed");
    fixture.done(fixture.saving(1, Map.of("fullStatement", SCRIPT)));
    String html = Rendered.html(fixture.pages.history(fixture.draft()));
    assertThat(html).containsOnlyOnce(">Undo</button>").doesNotContain("<script>");
    fixture.undo();
    assertThat(Rendered.html(fixture.pages.history(fixture.draft())))
        .contains("undone")
        .doesNotContain(">Undo</button>");
  }

  private ReviewDraft.Result say(ReviewDraft.Act act) throws Exception {
    return database.inTransaction(() -> fixture.reviewDraft.review(DRAFT, act, "frank"));
  }

  private static String[] words(String text) {
    return new String[] {text};
  }

  private Shown shown(CaseClass type, UUID identifier) {
    Stored stored = fixture.stored(type, identifier);
    return Shown.of(fixture.draft(), type, StoredObjects.base(stored), stored.fingerprint());
  }

  private String html(Shown shown, String search) {
    return Rendered.html(fixture.pages.form(shown, search));
  }
}
