package org.vellum.competency.framework.caseservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Packages;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class PackageFilesTest {
  private static final UUID DOCUMENT = UUID.fromString(Packages.DOCUMENT);

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private CaseFixture fixture = new CaseFixture(database);

  @AfterEach
  void close() throws Exception {
    fixture.close();
  }

  private static Asked asked(Coding coding, String... known) {
    return new Asked(CaseFixture.FORM_11, Audience.REGISTRARS, List.of(known), coding);
  }

  private Answer whole(Asked asked) throws Exception {
    return fixture.service.wholePackage(Packages.DOCUMENT, asked);
  }

  private PackageFiles.Kept kept(Coding coding) throws Exception {
    return fixture
        .files
        .find(framework(), CaseFixture.FORM_11, coding, Audience.REGISTRARS)
        .orElseThrow();
  }

  private Framework framework() {
    return fixture.frameworks.frameworks.find(DOCUMENT, Audience.REGISTRARS).orElseThrow();
  }

  @Test
  void a_package_is_put_together_once_for_a_state() throws Exception {
    fixture.frameworks.importing(Packages.ofItems(2_500).toString());
    assertThat(kept(Coding.IDENTITY)).isEqualTo(kept(Coding.IDENTITY));
    assertThat(kept(Coding.IDENTITY).size())
        .isEqualTo(CaseFixture.bytes(whole(asked(Coding.IDENTITY))).length);
  }

  @Test
  void thousands_of_items_come_in_their_order() throws Exception {
    ObjectNode whole = Packages.ofItems(2_500);
    fixture.frameworks.importing(whole.toString());
    var served = CaseFixture.json(whole(asked(Coding.IDENTITY)));
    assertThat(served.path("CFItems").findValuesAsText("identifier"))
        .isEqualTo(whole.path("CFItems").findValuesAsText("identifier"));
    assertThat(served.path("CFAssociations")).hasSize(2_500);
  }

  @Test
  void compressed_it_is_the_same_package_with_a_tag_of_its_own() throws Exception {
    fixture.frameworks.importing(Packages.ofItems(100).toString());
    Answer plain = whole(asked(Coding.IDENTITY));
    Answer compressed = whole(asked(Coding.GZIP));
    byte[] bytes = CaseFixture.bytes(compressed);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes())
        .isEqualTo(CaseFixture.bytes(plain));
    assertThat(compressed.headers())
        .containsEntry("Content-Encoding", "gzip")
        .containsEntry("Content-Length", Integer.toString(bytes.length))
        .containsEntry("Vary", "Accept, Accept-Encoding");
    assertThat(plain.headers()).doesNotContainKey("Content-Encoding");
    assertThat(compressed.headers().get("ETag")).isNotEqualTo(plain.headers().get("ETag"));
    for (Answer answer : List.of(plain, compressed)) {
      String tag = answer.headers().getOrDefault("ETag", "");
      Answer again = whole(asked(Coding.GZIP, tag));
      assertThat(again.body()).isEmpty();
      assertThat(again.headers()).containsEntry("ETag", tag);
    }
  }

  @Test
  void after_a_change_the_package_is_another_and_the_old_file_is_gone() throws Exception {
    ObjectNode draft = Packages.ofItems(3);
    Packages.document(draft).put("adoptionStatus", "Draft");
    fixture.frameworks.importing(draft.toString());
    String before = whole(asked(Coding.IDENTITY)).headers().getOrDefault("ETag", "");
    PackageFiles.Kept old = kept(Coding.IDENTITY);

    fixture.frameworks.jdbi.useHandle(handle ->
        handle.execute(
            "update competency.framework set changed_at = changed_at + interval '1 second',"
                + " sent = (sent::jsonb || '{\"notes\": \"changed\"}')::json"));

    Answer after = whole(asked(Coding.IDENTITY, before));
    assertThat(new String(CaseFixture.bytes(after), java.nio.charset.StandardCharsets.UTF_8))
        .contains("\"changed\"");
    assertThat(after.headers().get("ETag")).isNotEqualTo(before);
    assertThat(old.file()).doesNotExist();
  }

  @Test
  void what_does_not_fit_makes_room_and_is_put_together_again_when_asked_for() throws Exception {
    fixture.close();
    fixture = new CaseFixture(database, 1);
    fixture.frameworks.importing(Packages.ofItems(3).toString());
    PackageFiles.Kept plain = kept(Coding.IDENTITY);
    Answer answered = whole(asked(Coding.IDENTITY));
    kept(Coding.GZIP);
    assertThat(plain.file()).doesNotExist();
    assertThat(CaseFixture.bytes(answered)).hasSize((int) plain.size());
  }

  @Test
  void files_that_somebody_tidied_up_are_made_anew() throws Exception {
    fixture.frameworks.importing(Packages.ofItems(3).toString());
    PackageFiles.Kept kept = kept(Coding.IDENTITY);
    Files.delete(kept.file());
    Files.delete(kept.file().getParent());
    assertThat(kept(Coding.IDENTITY).file()).exists();
  }

  @Test
  void a_draft_is_not_found_by_strangers_though_its_file_is_there() throws Exception {
    ObjectNode draft = Packages.ofItems(3);
    Packages.document(draft).put("adoptionStatus", "Draft");
    fixture.frameworks.importing(draft.toString());
    Answer answer = whole(asked(Coding.IDENTITY));
    assertThat(answer.headers()).containsEntry("Cache-Control", "private, no-cache, no-store");
    org.assertj.core.api.Assertions.assertThatThrownBy(() ->
            fixture.service.wholePackage(Packages.DOCUMENT, CaseFixture.asked(CaseFixture.FORM_11)))
        .hasMessage("UNKNOWN_OBJECT");
  }

  @Test
  void a_package_is_of_one_moment_whatever_is_written_meanwhile() throws Exception {
    fixture.frameworks.importing(Packages.ofItems(3).toString());
    String seen =
        database.inTransaction(() -> {
          fixture.frameworks.objects.freeze();
          Framework before = framework();
          Thread other =
              new Thread(() ->
                  fixture.frameworks.jdbi.useHandle(
                      handle -> handle.execute("update competency.cf_item set sent = '{}'")));
          other.start();
          other.join();
          StringBuilder items = new StringBuilder();
          fixture.frameworks.objects.eachItem(before, items::append);
          return items.toString();
        });
    assertThat(seen).contains("Can do thing 1").doesNotContain("{}");
  }
}
