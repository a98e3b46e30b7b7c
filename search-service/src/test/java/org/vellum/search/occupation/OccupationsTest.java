package org.vellum.search.occupation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.contracts.FrameworkAdopted;
import org.vellum.contracts.FrameworkAdopted.Association;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.occupation.LoadOccupations.Result;
import org.vellum.search.vocabulary.Likeness;
import org.vellum.search.vocabulary.SkillDraft;
import org.vellum.testsupport.TestDatabase;

class OccupationsTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "search").emptyAfterEach("search");

  private static final String READING = "https://www.onetcenter.org/ctdlasn/resources/ce-reading";
  private static final String FRAMEWORK =
      """
      {"@context": "https://credreg.net/ctdlasn/schema/context/json", "@graph": [
        {"@id": "https://www.onetcenter.org/ctdlasn/resources/ce-skills",
         "@type": "ceasn:CompetencyFramework", "ceasn:name": {"en": "Basic skills"}},
        {"@id": "%s", "@type": "ceasn:Competency", "ceasn:codedNotation": "2.A.1.a",
         "ceasn:competencyLabel": {"en-us": "Reading Comprehension"},
         "ceasn:competencyText": {"en-us": "Understands what is written."},
         "skos:altLabel": {"en": ["Reads closely"]}},
        {"@id": "no address", "@type": "ceasn:Competency", "ceasn:competencyText": "Faulty"},
        {"@id": "https://skills.example/x", "@type": ["ceasn:Competency"]}]}
      """
          .formatted(READING);
  private static final String RATED =
      "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tRecommend Suppress\tNot"
          + " Relevant\n";

  private final SearchCenter center = new SearchCenter(database);
  private final OccupationCatalogue catalogue = new OccupationCatalogue(center.jdbi);

  @BeforeEach
  void occupationsAreLoaded() throws Exception {
    center.load(
        """
        \uFEFFO*NET-SOC Code,Title,Description
        15-1252.00,Software Developers,"Research, design, and develop."
        15-1254.00,Web Developers,
        29-1141.00,Registered Nurses,
        """);
    center.load("SOC Group,SOC Code,SOC Title,SOC Definition\nMajor,15-0000,Computer Work,\n");
    center.load(
        """
        O*NET-SOC Code,Alternate Title,Short Title
        15-1252.00,Application Programmer,n/a
        29-1141.00,Ward Sister,
        """);
  }

  private String found(String text) {
    return center.occupations.find(text).map(Occupation::code).orElse("");
  }

  private long skill(String key, String name, String... labels) {
    return center.skills.keep(
        new SkillDraft(
            key,
            name,
            Optional.empty(),
            List.of(labels),
            "",
            Optional.empty(),
            Optional.empty(),
            true));
  }

  private List<NeededSkill> needs(String text) {
    return center.occupations.needs(center.occupations.find(text).orElseThrow());
  }

  @Test
  void an_occupation_is_named_by_code_title_other_title_words_or_nearly_so() throws Exception {
    assertThat(found("15-1252.00")).isEqualTo("15-1252.00");
    assertThat(found(" 15-1252 ")).as("as SOC has it").isEqualTo("15-1252.00");
    assertThat(found("web developers")).isEqualTo("15-1254.00");
    assertThat(found("application programmer")).isEqualTo("15-1252.00");
    assertThat(found("nurse")).isEqualTo("29-1141.00");
    assertThat(found("Registred Nurses")).isEqualTo("29-1141.00");
    for (String text : List.of("", "%", "a & b", "'; drop table search.occupation; --", "Cooks")) {
      assertThat(found(text)).as(text).isEmpty();
    }
    center.load("SOC Code,SOC Title\n15-1250,Web Developers\n");
    assertThat(found("web developers")).as("not the group of that name").isEqualTo("15-1254.00");
    assertThat(center.occupations.find("ward sister"))
        .contains(new Occupation("29-1141.00", "Registered Nurses", "Ward Sister"));
    assertThat(center.occupations.suggest("develo"))
        .containsExactly("Web Developers", "Software Developers");
    assertThat(center.occupations.suggest("appl pro")).containsExactly("Application Programmer");
    assertThat(center.occupations.suggest(":*'")).isEmpty();
  }

  @Test
  void what_is_wrong_in_a_framework_is_named_with_its_place() throws Exception {
    assertThat(center.load(FRAMEWORK))
        .isEqualTo(
            new Result.Loaded(
                0,
                0,
                1,
                0,
                2,
                List.of(
                    Finding.error(
                        "address-form", "/@graph/2/@id", "A competency has an address, https://…"),
                    Finding.error(
                        "value-missing",
                        "/@graph/3/ceasn:competencyText",
                        "A competency has a text or a label."))));
  }

  @Test
  void skills_answer_by_address_by_association_and_by_any_of_their_labels() throws Exception {
    center.load(FRAMEWORK);
    center.load(RATED + "15-1252.00\t2.A.1.a\tReading\tIM\t4.0\tN\tn/a\n");
    final long same = skill(READING, "Liest genau");
    final long labelled = skill("https://u.example/1", "Reads with care", "reads closely", "R");
    final long called = skill("https://u.example/2", "understands what is written.");
    final long exact = skill("https://u.example/3", "Lit de près");
    final long related = skill("https://u.example/4", "Writes");
    final long part = skill("https://u.example/5", "Reads a table");
    skill("https://u.example/6", "Reading Comprehension of some other kind");
    center.hears(
        new FrameworkAdopted(
            SearchCenter.FRAMEWORK,
            "Local",
            List.of(),
            List.of(
                new Association("exactMatchOf", "https://u.example/3", READING),
                new Association("isRelatedTo", READING, "https://u.example/4"),
                new Association("isChildOf", "https://u.example/5", "https://u.example/2"))));

    List<NeededSkill> needs = needs("Software Developers");
    assertThat(needs).hasSize(1);
    assertThat(needs.getFirst().name()).isEqualTo("Reading Comprehension");
    assertThat(needs.getFirst().importance()).as("4 on a scale from 1 to 5").isEqualTo(75);
    assertThat(needs.getFirst().matches())
        .extracting(each -> each.skill(), each -> each.nearness(), each -> each.likeness())
        .containsExactly(
            tuple(same, 75, Likeness.SAME),
            tuple(exact, 71, Likeness.CROSSWALK),
            tuple(called, 67, Likeness.LABEL),
            tuple(labelled, 60, Likeness.LABEL),
            tuple(part, 47, Likeness.CROSSWALK),
            tuple(related, 45, Likeness.CROSSWALK));
  }

  @Test
  void a_group_needs_on_the_average_what_its_occupations_need_and_little_needs_nothing()
      throws Exception {
    skill("https://u.example/1", "Programming");
    skill("https://u.example/2", "Singing");
    skill("https://u.example/3", "Repairing");
    center.load(
        RATED
            + "15-1252.00\t2.B.3.e\tProgramming\tIM\t4.6\tN\tn/a\n"
            + "15-1252.00\t2.B.3.e\tProgramming\tLV\t3.5\tN\tN\n"
            + "15-1254.00\t2.B.3.e\tProgramming\tIM\t3.8\tN\tn/a\n"
            + "15-1252.00\t9.9\tSinging\tIM\t2.9\tN\tn/a\n"
            + "15-1252.00\t2.B.3.l\tRepairing\tIM\t5\tY\tn/a\n"
            + "15-1252.00\t2.B.3.l\tRepairing\tLV\t5\tN\tN\n");

    assertThat(needs("15-1252")).extracting(NeededSkill::importance).containsExactly(90);
    assertThat(needs("15-0000")).extracting(NeededSkill::importance).containsExactly(80);
    assertThat(needs("nurse")).isEmpty();
    List<Integer> levels =
        center.jdbi.withHandle(handle ->
            handle
                .createQuery("select level from search.occupation_need where level > 0")
                .mapTo(Integer.class)
                .list());
    assertThat(levels).as("3.5 on a scale from 0 to 7").containsExactly(50);
  }

  @Test
  void every_fault_of_a_table_is_named_with_its_place_and_what_is_right_is_kept() throws Exception {
    Result.Loaded loaded =
        (Result.Loaded)
            center.load(
                RATED
                    + "15-1252.00\t2.A.1.a\tReading\tIM\t4.0\n"
                    + "99-9999.00\t2.A.1.a\tReading\tIM\t4.0\n"
                    + "15-1252.00\t2.A.1.b\tListening\tXX\t4.0\n"
                    + "15-1252.00\t2.A.1.b\tListening\tIM\t6\n"
                    + "15-1252.00\t\tListening\tIM\tfour\n");
    assertThat(loaded.needs()).isEqualTo(1);
    assertThat(loaded.refused()).isEqualTo(4);
    assertThat(loaded.findings())
        .extracting(Finding::place)
        .containsExactly(
            "row 3, o*net-soc code", "row 4, scale id", "row 5, data value", "row 6, data value");
    assertThat(((Result.Loaded) center.load("SOC Code,SOC Title\nfifteen,A\n15-1252,\n")).refused())
        .isEqualTo(2);
    for (String no :
        List.of(
            "",
            "a,b\n1,2\n",
            "{",
            "[1]",
            "{\"@graph\": [1, {\"@id\": 5}]}",
            "O*NET-SOC Code,Title\n\"15-1252.00,never ends",
            "[".repeat(5_000))) {
      assertThat(center.load(no)).as(no).isInstanceOf(Result.Refused.class);
    }
    assertThat(catalogue.size()).isEqualTo(new OccupationCatalogue.Size(4, 6, 1, 1));
  }

  @Test
  void what_is_loaded_again_is_replaced_and_all_can_be_forgotten() throws Exception {
    center.load("O*NET-SOC Code,Title\n15-1254.00,Makers of Web Sites\n");
    assertThat(found("Web Developers")).isNotEqualTo("15-1254.00");
    assertThat(found("Makers of Web Sites")).isEqualTo("15-1254.00");
    assertThat(center.audited("occupations-loaded")).isPositive();
    database.inTransaction(() -> new ForgetOccupations(catalogue, center.audit).forget("admin"));
    assertThat(catalogue.size()).isEqualTo(new OccupationCatalogue.Size(0, 0, 0, 0));
  }

  @Test
  void published_occupations_and_frameworks_are_loaded_whole() throws Exception {
    Result.Loaded occupations = published("skills/osmt/oNet-Import.csv");
    assertThat(occupations.occupations()).isEqualTo(1016);
    assertThat(published("skills/osmt/BLS-Import.csv").occupations()).isEqualTo(1447);
    assertThat(published("skills/osmt/Skills-Import.csv").skills()).isEqualTo(2);
    int skills = 0;
    for (String each :
        List.of("Abilities", "Basic-Skills", "Cross-Functional-Skills", "Knowledge")) {
      Result.Loaded framework = published("skills/ctdl-asn-onet/ONET-" + each + ".json");
      assertThat(framework.refused()).as(each).isZero();
      skills += framework.skills();
    }
    assertThat(skills).isEqualTo(71 + 12 + 30 + 41);
    skill("https://u.example/1", "access data and data stores using the .NET framework.");
    assertThat(needs("15-1252"))
        .extracting(NeededSkill::name)
        .containsExactly("Data and Data Store Access");
    assertThat(found("chief sustainability officer")).isEqualTo("11-1011.03");
  }

  private Result.Loaded published(String path) throws Exception {
    Path file =
        Path.of(System.getProperty("vellum.root", ".."), "../shared/data", path).normalize();
    assumeTrue(
        Files.isReadable(file),
        () -> "SKIPPED: the published file is not beside this project: " + path);
    return (Result.Loaded) center.load(Files.readString(file));
  }
}
