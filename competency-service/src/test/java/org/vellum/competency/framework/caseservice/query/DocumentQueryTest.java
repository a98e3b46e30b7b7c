package org.vellum.competency.framework.caseservice.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.FrameworkFixture;
import org.vellum.competency.framework.Packages;
import org.vellum.competency.framework.casepackage.CaseForm;
import org.vellum.competency.framework.casepackage.CaseVersion;
import org.vellum.competency.framework.caseservice.query.CaseDocuments.Documents;
import org.vellum.platform.imsx.Paging;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** Filters and orders documents by a real database. */
class DocumentQueryTest {
  private static final CaseForm FORM = new CaseForm(CaseVersion.V1_1, true);

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency");

  private final CaseDocuments documents = new CaseDocuments(new FrameworkFixture(database).jdbi);

  @BeforeAll
  static void frameworks() throws Exception {
    FrameworkFixture fixture = new FrameworkFixture(database);
    add(
        fixture,
        1,
        """
        {"title": "Écoles", "version": "1.0", "subject": ["Math", "Reading, Writing"],
         "lastChangeDateTime": "2016-12-13T00:30:00+02:00", "statusStartDate": "2020-01-01",
         "extensions": {"level": 9, "maker": {"name": "Ada"}},
         "licenseURI": {"title": "CC BY", "uri": "https://example.org/by",
            "identifier": "cccccccc-0000-4000-8000-000000000001"}}
        """);
    add(
        fixture,
        2,
        """
        {"title": "edison's lamp", "version": "2.0", "subject": ["Math"], "language": "en",
         "lastChangeDateTime": "2016-12-12T23:00:00Z", "statusStartDate": "2021-06-30",
         "extensions": {"level": 10}}
        """);
    add(
        fixture,
        3,
        """
        {"title": "Zoology", "creator": "Zoo", "subject": ["Biology", "Chemistry"],
         "lastChangeDateTime": "2020-01-01T00:00:00Z", "description": "What is ALIVE",
         "subjectURI": [{"title": "Life", "uri": "https://example.org/life",
            "identifier": "cccccccc-0000-4000-8000-000000000002"}],
         "extensions": {"level": "high"}}
        """);
    add(fixture, 4, "{\"title\": \"eclairs\", \"adoptionStatus\": \"Draft\", \"version\": \"9\"}");
  }

  private static void add(FrameworkFixture fixture, int number, String members) throws Exception {
    ObjectNode whole = Packages.empty();
    ObjectNode document = Packages.document(whole);
    document.remove("version");
    document.setAll((ObjectNode) org.vellum.platform.json.Json.mapper().readTree(members));
    document.put("identifier", identifier(number));
    document.put("uri", "https://publisher.example/CFDocuments/" + identifier(number));
    assertThat(fixture.importing(whole.toString()))
        .isInstanceOf(org.vellum.competency.framework.ImportFramework.Result.Imported.class);
  }

  @AfterAll
  static void empty() throws Exception {
    database.empty("competency");
  }

  private static String identifier(int number) {
    return String.format(Locale.ROOT, "dddddddd-0000-4000-8000-%012x", number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "version='1.0' | 1",
        "version!='1.0' | 23",
        "version>'1.0' | 2",
        "version>='1.0' | 12",
        "version<'2.0' | 1",
        "version<='2.0' | 12",
        "title='ÉCOLES' | 1",
        "title='ecoles' | ''",
        "title~'OLE' | 1",
        "title='edison''s LAMP' | 2",
        "title~'s l' | 2",
        "description~'alive' | 3",
        "description~'IS al' | 3",
        "description~'a_ive' | ''",
        "description~'%live' | ''",
        "title~'cai' | ''",
        "title~'clair' | ''",
        "creator='a PUBLISHER' | 12"
      })
  void a_text_is_compared_whatever_its_case(String filter, String numbers) {
    assertThat(found(filter, null, null)).isEqualTo(numbers.replace("''", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "lastChangeDateTime='2016-12-12T22:30:00Z' | 1",
        "lastChangeDateTime>'2016-12-12T22:30:00Z' | 23",
        "lastChangeDateTime<'2016-12-13' | 12",
        "lastChangeDateTime~'2020-' | 3",
        "statusStartDate>='2021-01-01' | 2",
        "statusStartDate!='2020-01-01' | 23",
        "statusStartDate~'06' | 2",
        "licenseURI.title='cc by' | 1",
        "licenseURI='https://example.org/BY' | 1",
        "subjectURI.title='life' | 3",
        "subjectURI~'example.org' | 3",
        "CFPackageURI.title='zoology' | 3",
        "CFPackageURI.identifier='dddddddd-0000-4000-8000-000000000002' | 2",
        "identifier='DDDDDDDD-0000-4000-8000-000000000003' | 3",
        "extensions.maker.name='ADA' | 1",
        "extensions.level>'9' | 23",
        "extensions.level='9.0' | 1",
        "extensions.level='high' | 3",
        "extensions.level~'1' | 2",
        "language='en' | 2",
        "notes='' | ''"
      })
  void a_comparison_selects_by_the_kind_of_its_field(String filter, String numbers) {
    assertThat(found(filter, null, null)).isEqualTo(numbers.replace("''", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "subject='biology' | ''",
        "subject='chemistry,BIOLOGY' | 3",
        "subject='biology, chemistry' | 3",
        "subject='biology,chemistry,math' | ''",
        "subject='math,reading,writing' | 1",
        "subject!='math' | 13",
        "subject~'biology' | 3",
        "subject~'nothing,math' | 12",
        "subject~'chem' | 3",
        "subject~'[' | ''",
        "subject~'], [,math' | 12",
        "subject>'n' | 1"
      })
  void of_a_list_equal_means_all_and_contains_means_any(String filter, String numbers) {
    assertThat(found(filter, null, null)).isEqualTo(numbers.replace("''", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "version='1.0' AND lastChangeDateTime>'2016-12-12T00:00:00Z' | 1",
        "version='1.0' AND title='Zoology' | ''",
        "version='1.0' OR title='Zoology' | 13",
        "description~'alive' OR version!='1.0' | 23",
        "version!='1.0' AND language!='en' | 3",
        "title='x AND y' OR title='zoology' | 3"
      })
  void two_comparisons_are_joined_by_and_or_by_or(String filter, String numbers) {
    assertThat(found(filter, null, null)).isEqualTo(numbers.replace("''", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title | asc | 123",
        "title | desc | 321",
        "title | | 123",
        "lastChangeDateTime | ASC | 123",
        "lastChangeDateTime | desc | 321",
        "version | asc | 123",
        "version | desc | 213",
        "statusStartDate | desc | 213",
        "subject | asc | 321",
        "subjectURI.title | asc | 312",
        "extensions.maker.name | asc | 123",
        "identifier | desc | 321",
        "unheardOf | desc | 123",
        "extensions. | desc | 123"
      })
  void documents_come_in_the_order_that_is_asked_for(
      String sort, @Nullable String orderBy, String numbers) {
    assertThat(found(null, sort, orderBy)).isEqualTo(numbers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title=''' or true --'",
        "title='''); drop table competency.framework; --'",
        "title~'%'",
        "extensions.a:value0='x'",
        "subject='{},\"'''"
      })
  void what_looks_like_sql_is_only_a_text(String filter) {
    assertThat(found(filter, null, null)).isEmpty();
    assertThat(found(null, null, null)).hasSize(3);
  }

  @Test
  void the_parts_of_a_text_have_an_index_that_finds_what_looking_through_all_finds() {
    String part =
        "select f.identifier from competency.framework f"
            + " where (f.folded ->> 'title') like (select '%' || competency.folded('OLE') || '%')";
    List<String> plan =
        new FrameworkFixture(database)
            .jdbi.withHandle(handle -> {
              handle.execute("set enable_seqscan = off");
              List<String> lines = handle.createQuery("explain " + part).mapTo(String.class).list();
              assertThat(handle.createQuery(part).mapTo(String.class).list())
                  .containsExactly(identifier(1));
              handle.execute("reset enable_seqscan");
              return lines;
            });
    assertThat(plan).anyMatch(line -> line.contains("framework_by_parts_of_title"));
  }

  @Test
  void a_draft_is_found_by_registrars_only() {
    DocumentQuery query = query("version='9'", null, null);
    assertThat(page(query, Audience.EVERYONE, 0)).isEqualTo(new Documents(0, List.of()));
    assertThat(page(query, Audience.REGISTRARS, 0).total()).isEqualTo(1);
    assertThat(page(query, Audience.REGISTRARS, 0).documents()).hasSize(1);
    DocumentQuery either = query("version='9' OR version='1.0'", null, null);
    assertThat(page(either, Audience.EVERYONE, 0).total()).isEqualTo(1);
  }

  @Test
  void the_number_is_told_beyond_the_end_too() {
    DocumentQuery all = query(null, null, null);
    assertThat(page(all, Audience.EVERYONE, 7)).isEqualTo(new Documents(3, List.of()));
    DocumentQuery some = query("creator='a publisher'", null, null);
    assertThat(page(some, Audience.EVERYONE, 7)).isEqualTo(new Documents(2, List.of()));
    assertThat(page(some, Audience.EVERYONE, 1).documents()).hasSize(1);
  }

  private Documents page(DocumentQuery query, Audience audience, int offset) {
    return documents.page(query, audience, new Paging(10, offset));
  }

  private static DocumentQuery query(
      @Nullable String filter, @Nullable String sort, @Nullable String orderBy) {
    return DocumentQuery.of(filter, sort, orderBy, List.of(), FORM);
  }

  /** The numbers of the documents, in their order if one is asked for. */
  private String found(@Nullable String filter, @Nullable String sort, @Nullable String orderBy) {
    DocumentQuery query = query(filter, sort, orderBy);
    Documents page = page(query, Audience.EVERYONE, 0);
    List<Framework> found = page.documents();
    assertThat(page.total()).isEqualTo(found.size());
    StringBuilder numbers = new StringBuilder();
    var stream = found.stream().map(framework -> framework.identifier().toString().substring(35));
    (sort == null && filter != null ? stream.sorted() : stream).forEach(numbers::append);
    return numbers.toString();
  }
}
