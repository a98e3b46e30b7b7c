package org.vellum.competency.framework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.competency.framework.ImportFramework.Result;
import org.vellum.contracts.Competency;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.testsupport.SharedData;
import org.vellum.testsupport.TestDatabase;

class ImportFrameworkTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final FrameworkFixture fixture = new FrameworkFixture(database);

  @Test
  void an_imported_framework_tells_its_competencies() throws Exception {
    Result result = fixture.importing(Packages.ofItems(12).toString());

    assertThat(result)
        .isInstanceOfSatisfying(
            Result.Imported.class,
            imported -> {
              assertThat(imported.items()).isEqualTo(12);
              assertThat(imported.associations()).isEqualTo(12);
              assertThat(imported.findings()).isEmpty();
            });
    UUID item = UUID.fromString(Packages.item(3));
    assertThat(fixture.frameworks.knowsItem(item)).isTrue();
    assertThat(fixture.frameworks.findCompetency(item))
        .contains(
            new Competency(
                item,
                "https://publisher.example/CFItems/" + item,
                "Can do thing 3",
                Optional.of("T.3"),
                UUID.fromString(Packages.DOCUMENT),
                "https://publisher.example/CFDocuments/" + Packages.DOCUMENT,
                "A framework",
                Optional.of("3")));
  }

  @Test
  void the_same_package_again_changes_nothing() throws Exception {
    ObjectNode whole = Packages.ofItems(3);
    fixture.importing(whole.toString());
    assertThat(fixture.importing(whole.toPrettyString()))
        .isEqualTo(new Result.AlreadyImported(UUID.fromString(Packages.DOCUMENT)));
  }

  @Test
  void a_framework_with_other_content_is_refused_and_the_differences_are_counted()
      throws Exception {
    ObjectNode whole = Packages.ofItems(3);
    fixture.importing(whole.toString());
    ((ObjectNode) Packages.items(whole).get(0)).put("fullStatement", "Something else");
    Packages.items(whole).remove(2);
    Packages.addItem(whole, 7);
    Packages.addItem(whole, 8);

    assertThat(fixture.importing(whole.toString()))
        .isInstanceOfSatisfying(
            Result.Changed.class,
            changed ->
                assertThat(changed.findings())
                    .singleElement()
                    .satisfies(finding -> {
                      assertThat(finding.place()).isEqualTo("/CFItems");
                      assertThat(finding.message()).isEqualTo("2 added, 1 changed, 1 gone.");
                    }));
    assertThat(fixture.frameworks.knowsItem(UUID.fromString(Packages.item(7)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mockDOK", "mockELAPackage-0", "mockIT"})
  void what_was_received_can_be_put_together_again(String name) throws Exception {
    byte[] json =
        Files.readAllBytes(
            SharedData.path("case/dev-frameworks-smarterbalanced/" + name + ".json"));
    assertThat(fixture.importing(json, true)).isInstanceOf(Result.Imported.class);
    assertThat(received(Json.mapper().readTree(json))).isEqualTo(Json.mapper().readTree(json));
  }

  @Test
  void a_package_of_thousands_can_be_put_together_again() throws Exception {
    ObjectNode whole = Packages.ofItems(2_500);
    Packages.items(whole).add(Packages.items(whole).get(7).deepCopy());
    Packages.addItem(whole, 9).put("fullStatement", "Said differently").putNull("unknown");
    Packages.items(whole).add(Packages.items(whole).get(8).deepCopy());
    fixture.importing(whole.toString());
    assertThat(received(whole)).isEqualTo(Json.mapper().readTree(whole.toString()));
    assertThat(fixture.importing(whole.toString())).isInstanceOf(Result.AlreadyImported.class);
  }

  @Test
  void a_refused_package_leaves_nothing() throws Exception {
    ObjectNode whole = Packages.ofItems(600);
    Packages.addChild(whole, 1, Packages.item(1));
    assertThat(fixture.importing(whole.toString())).isInstanceOf(Result.Refused.class);
    assertThat(rows("competency.framework")).isZero();
    assertThat(rows("competency.cf_item")).isZero();
    assertThat(rows("competency.cf_association")).isZero();
  }

  @Test
  void an_item_cannot_belong_to_two_frameworks() throws Exception {
    fixture.importing(Packages.ofItems(2).toString());
    ObjectNode other = Packages.empty();
    Packages.document(other).put("identifier", "22222222-2222-4222-8222-222222222222");
    Packages.addItem(other, 2);
    assertThat(fixture.importing(other.toString()))
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused ->
                assertThat(refused.findings())
                    .extracting(Finding::code)
                    .containsExactly("identifier-taken"));
    assertThat(rows("competency.framework")).isEqualTo(1);
  }

  @Test
  void two_imports_at_once_take_the_package_in_once() throws Exception {
    String json = Packages.ofItems(300).toString();
    var first = CompletableFuture.supplyAsync(() -> imported(json));
    var second = CompletableFuture.supplyAsync(() -> imported(json));
    assertThat(List.of(first.get().getClass(), second.get().getClass()))
        .containsExactlyInAnyOrder(Result.Imported.class, Result.AlreadyImported.class);
    assertThat(rows("competency.cf_item")).isEqualTo(300);
  }

  @Test
  void an_import_is_accounted_for() throws Exception {
    int before = rows("platform.audit_entry where action = 'framework-imported'");
    fixture.importing(Packages.ofItems(1).toString());
    fixture.importing(Packages.ofItems(1).toString());
    assertThat(rows("platform.audit_entry where action = 'framework-imported'"))
        .isEqualTo(before + 1);
  }

  @Test
  void of_an_endless_body_no_more_is_read_than_is_allowed() throws Exception {
    AtomicLong read = new AtomicLong();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            read.incrementAndGet();
            return '{';
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            Arrays.fill(buffer, offset, offset + length, (byte) '{');
            read.addAndGet(length);
            return length;
          }
        };
    int maximum = 100_000;
    byte[] body = FrameworksResource.bounded(endless, maximum);
    assertThat(read.get()).isEqualTo(maximum + 1);

    ImportFramework bounded = fixture.importingWithin(new FrameworkConfiguration(maximum, 1_000));
    assertThat(bounded.importPackage(body, false, "rita"))
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused ->
                assertThat(refused.findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.code()).isEqualTo("beyond-bounds")));
  }

  private JsonNode received(JsonNode original) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String identifier = original.path("CFDocument").path("identifier").asText();
    new ReceivedPackages(fixture.jdbi).write(UUID.fromString(identifier), out);
    return Json.mapper().readTree(out.toByteArray());
  }

  private Result imported(String json) {
    try {
      return fixture.importing(json);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private int rows(String from) {
    return fixture.jdbi.withHandle(
        handle -> handle.createQuery("select count(*) from " + from).mapTo(Integer.class).one());
  }
}
