package org.vellum.testsupport.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class RulesCanFailTest {

  private static final String ROOT = "org.vellum.violations";

  private static final CheckedModule VIOLATIONS =
      new CheckedModule(ROOT, Blueprint.COMPETENCY, new ClassFileImporter().importPackages(ROOT));

  @Test
  void a_module_uses_one_that_is_not_drawn_for_it() {
    found(Walls::betweenModules, "Assembly uses org.vellum.testsupport.TestDatabase");
  }

  @Test
  void a_module_is_not_drawn() {
    assertThatThrownBy(() -> Blueprint.of("org.vellum.surprise")).hasMessageContaining("surprise");
  }

  @Test
  void a_module_has_types_in_a_package_of_another() {
    CheckedModule astray =
        new CheckedModule(ROOT + ".first", Blueprint.COMPETENCY, VIOLATIONS.classes());
    assertThat(Walls.strangers(astray)).contains("org.vellum.violations.second.Two");
    found(Walls::strangers);
  }

  @Test
  void a_feature_declares_less_or_more_than_it_uses() {
    found(
        Walls::betweenFeatures,
        "violations.second declares [] but what it uses is"
            + " @Feature(uses = {\"org.vellum.violations.first\"",
        "violations.third declares [org.vellum.violations.first]",
        "violations.edge declares []",
        "violations.chance declares []",
        "violations.ceremony declares []",
        "violations.acts declares []");
  }

  @Test
  void a_feature_uses_the_root_package() {
    found(Walls::usesOfRoot, "third.Three uses org.vellum.violations.Assembly");
  }

  @Test
  void features_use_each_other_in_a_circle() {
    assertThat(Walls.cycles(VIOLATIONS)).anyMatch(text -> text.contains("Cycle detected"));
  }

  @Test
  void a_technology_is_out_of_its_place() {
    found(
        Technology::misplaced,
        "edge.Answers uses jakarta.ws.rs.core.Response; allowed in the platform and in types",
        "edge.BindingByJsonB uses jakarta.json.bind.Jsonb; allowed nowhere",
        "edge.PersistentThing uses jakarta.persistence.Entity, which has no place",
        "edge.OwnTransaction uses jakarta.transaction.Transactional; allowed in",
        "edge.OwnTransaction uses jakarta.transaction.Transactional$TxType; allowed in");
  }

  @Test
  void a_contract_is_made_of_more_than_the_jdk() {
    CheckedModule contracts = new CheckedModule(ROOT, Blueprint.CONTRACTS, VIOLATIONS.classes());
    assertThat(Technology.misplaced(contracts))
        .anyMatch(text -> text.contains("edge.Rows uses org.jdbi.v3.core.Jdbi"))
        .anyMatch(text -> text.contains("StoredThing uses java.sql.ResultSet"))
        .noneMatch(text -> text.contains("chance.Taking"));
  }

  @Test
  void a_type_speaks_sql_and_http() {
    found(Technology::sqlAtTheEdge, "edge.RowsProvider speaks both");
  }

  @Test
  void a_model_looks_out_of_its_package() {
    found(Technology::impureModels, "model.Meaning is of a model and uses " + ROOT + ".first.One");
  }

  @Test
  void a_resource_method_says_nothing_about_its_callers_or_is_hidden() {
    found(Acts::unguarded, "ThingsResource.open()", "ThingsResource.hidden()");
  }

  @Test
  void a_resource_shows_what_is_stored() {
    found(Acts::entitiesInSignatures, "ThingsResource.rows()");
  }

  @Test
  void a_service_handles_a_transaction_itself() {
    found(Acts::transactionsByHand, "acts.DoSql.act()");
  }

  @Test
  void a_use_case_acts_twice() {
    found(Acts::useCasesOfSeveralActs, "acts.DoTwoThings has 2");
  }

  @Test
  void a_use_case_speaks_sql() {
    found(Acts::useCasesWithSql, "acts.DoSql speaks SQL");
  }

  @Test
  void time_and_chance_are_taken() {
    found(
        TimeAndChance::taken,
        "Taking.instant()",
        "Taking.today(",
        "Taking.clock()",
        "Taking.seconds()",
        "Taking.millis()",
        "Taking.date()",
        "Taking.calendar()",
        "Taking.reference()",
        "Taking.lambda()",
        "Taking.seeded()",
        "Taking.fraction()",
        "Taking.threads()");
  }

  @Test
  void a_name_says_nothing() {
    found(Ceremony::emptyNames, "ceremony.ThingImpl has", "ceremony.ThingImpl$Manager has");
  }

  @Test
  void an_interface_has_one_implementation() {
    found(Ceremony::lonelyInterfaces, "ceremony.Thing has one");
  }

  @Test
  void an_exception_has_no_reason() {
    found(Exceptions::unreasoned, "ceremony.ThingUtils");
  }

  @Test
  void the_use_cases_and_resource_methods_are_recognised() {
    assertThat(Acts.useCases(VIOLATIONS)).hasSize(3);
    assertThat(Acts.resourceMethods(VIOLATIONS)).hasSize(5);
  }

  /** The rule finds these violations and no others, in any order. */
  private static void found(Function<CheckedModule, List<String>> rule, String... expected) {
    ListAssert<String> violations = assertThat(rule.apply(VIOLATIONS)).hasSize(expected.length);
    for (String part : expected) {
      violations.anyMatch(text -> text.contains(part), part);
    }
  }
}
