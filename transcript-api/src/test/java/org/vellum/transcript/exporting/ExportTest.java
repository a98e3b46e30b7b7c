package org.vellum.transcript.exporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.transcript.fixture.Facts.attainment;
import static org.vellum.transcript.fixture.Facts.competency;
import static org.vellum.transcript.fixture.Facts.completion;
import static org.vellum.transcript.fixture.Facts.named;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.credentials.baking.BakedBadge;
import org.vellum.credentials.baking.Kind;
import org.vellum.credentials.clr.ClrRecords;
import org.vellum.credentials.elmo.ElmoRecords;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.platform.json.Json;
import org.vellum.platform.pages.Templates;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;
import org.vellum.transcript.fixture.Institution;
import org.vellum.transcript.issuing.IssuedAchievement;
import org.vellum.transcript.issuing.PublishedRecord;
import org.vellum.transcript.issuing.Publisher;

class ExportTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "transcript")
          .emptyAfterEach("transcript");

  private static final String SCRIPT = "]]><script>alert(1)</script>\"'& -- ";

  private final Publisher publisher = new Publisher(database);
  private final Institution institution = publisher.institution();
  private final BadgePicture pictures = new BadgePicture(new Templates());

  private PublishedRecord published(String title) throws Exception {
    institution.hears(
        named("Ada", "Lovelace"),
        attainment(institution.anId(), competency(institution.ids.nextV4(), title)),
        completion(institution.anId(), "course-1", "Course " + title));
    return publisher.publish();
  }

  private List<IssuedAchievement> achievements(PublishedRecord record) {
    return publisher.records().listAchievements(record.id());
  }

  @Test
  void a_record_as_elmo_says_what_was_signed_and_in_a_comment_what_it_leaves_out()
      throws Exception {
    PublishedRecord record = published("Asks " + SCRIPT);
    var tree = (ObjectNode) Json.mapper().readTree(record.credential());
    LearnerRecord signed = ClrRecords.read(tree).value();

    byte[] elmo = new ElmoExport().export(record.credential());

    LearnerRecord read = ElmoRecords.read(elmo).value();
    assertThat(read.attainments())
        .extracting(Attainment::id)
        .containsExactlyInAnyOrderElementsOf(
            signed.attainments().stream().map(Attainment::id).toList());
    assertThat(read.attainments())
        .extracting(each -> each.achievement().name())
        .anyMatch(name -> name.startsWith("Asks ]]><script>"));
    assertThat(read.institution().name()).isEqualTo("Example University");
    String text = new String(elmo, UTF_8);
    assertThat(text.substring(0, text.indexOf("<elmo")))
        .contains("<!-- Not signed", "does not say of it:", "learner.givenName: ELMO asks")
        .endsWith("-->");
  }

  @Test
  void a_badge_is_a_picture_that_carries_the_credential_as_it_was_signed() throws Exception {
    for (IssuedAchievement each : achievements(published("Asks a question"))) {
      byte[] picture = pictures.of(each.credential()).orElseThrow();

      var found = (BakedBadge.Found) BakedBadge.extract(picture);
      assertThat(found.kind()).isEqualTo(Kind.OPEN_BADGES_3);
      assertThat(found.text()).isEqualTo(each.credential());
      assertThat(found.remarks()).isEmpty();
      assertThat(new String(picture, UTF_8))
          .contains("Example University", "4 May 2026", "Asks a question")
          .contains("role=\"img\"");
    }
  }

  @Test
  void what_people_typed_is_text_in_the_picture() throws Exception {
    for (IssuedAchievement each : achievements(published("\u0007" + SCRIPT.repeat(20)))) {
      byte[] picture = pictures.of(each.credential()).orElseThrow();

      var found = (BakedBadge.Found) BakedBadge.extract(picture);
      assertThat(found.text()).isEqualTo(each.credential());
      assertThat(found.remarks()).isEmpty();
    }
  }

  @Test
  void a_whole_record_is_no_badge() throws Exception {
    assertThat(pictures.of(published("Asks").credential())).isEmpty();
  }

  @Test
  void a_title_is_broken_at_spaces_and_cut_where_the_ring_is_full() {
    assertThat(Wrapping.lines("Asks a question that data can answer", 12, 4))
        .containsExactly("Asks a", "question", "that data", "can answer");
    assertThat(Wrapping.lines("Asks a question that data can answer", 12, 2))
        .containsExactly("Asks a", "question…");
    assertThat(Wrapping.lines("Donaudampfschiff 学生学生", 6, 9))
        .containsExactly("Donau", "dampfs", "chiff", "学生学", "生");
    assertThat(Wrapping.lines("WIDE wide", 8, 2)).containsExactly("WIDE", "wide");
    assertThat(Wrapping.lines("  ", 6, 2)).isEmpty();
    assertThat(Wrapping.lines("123456 7", 6, 1)).containsExactly("12345…");
  }
}
