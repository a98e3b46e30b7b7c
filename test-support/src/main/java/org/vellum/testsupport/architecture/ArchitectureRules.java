package org.vellum.testsupport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/**
 * The rules that keep the architecture, for one module. A module inherits them by three lines:
 *
 * <pre>{@code
 * class ArchitectureTest extends ArchitectureRules {
 *   ArchitectureTest() { super("org.vellum.competency"); }
 * }
 * }</pre>
 *
 * <p>Each rule is shown to fail by the tests of this package. In a module where a rule finds
 * nothing to look at it passes, which is right for a rule that forbids; that the module was seen at
 * all, and that a service's resources and use cases were recognised, are tests of their own.
 */
public abstract class ArchitectureRules {

  private static final Map<String, CheckedModule> SEEN = new ConcurrentHashMap<>();

  private final CheckedModule module;

  /**
   * Takes the rules for the module in the current folder.
   *
   * @param root the package that holds all of the module, as drawn
   */
  protected ArchitectureRules(String root) {
    this.module =
        SEEN.computeIfAbsent(
            root, name -> CheckedModule.of(Blueprint.of(name), Path.of("target", "classes")));
  }

  @Test
  void the_module_is_seen_and_lies_below_its_own_package() {
    assertThat(module.types()).as("classes below target/classes").isNotEmpty();
    none("outside of " + module.root(), Walls.strangers(module));
  }

  @Test
  void a_service_has_resources_and_use_cases_that_the_rules_recognise() {
    if (module.drawn().kind() == Blueprint.Kind.SERVICE) {
      assertThat(Acts.resourceMethods(module)).isNotEmpty();
      assertThat(Acts.useCases(module)).isNotEmpty();
    }
  }

  @Test
  void modules_depend_only_as_drawn() {
    none("dependencies that the drawing does not show", Walls.betweenModules(module));
  }

  @Test
  void features_use_what_their_package_info_declares() {
    none("features that use the root package, which assembles them", Walls.usesOfRoot(module));
    if (module.drawn().kind().declaresFeatures()) {
      none("differing declarations", Walls.betweenFeatures(module));
    }
  }

  @Test
  void features_do_not_use_each_other_in_a_circle() {
    none("circles", Walls.cycles(module));
  }

  @Test
  void technology_stays_in_its_place() {
    none("technology out of place", Technology.misplaced(module));
    none("SQL at the edge", Technology.sqlAtTheEdge(module));
  }

  @Test
  void a_model_is_made_of_the_jdk_and_itself() {
    none("impure models", Technology.impureModels(module));
  }

  @Test
  void what_is_stored_stays_home() {
    none("stored types in public", Acts.entitiesInSignatures(module));
  }

  @Test
  void transactions_begin_and_end_with_a_use_case() {
    none("transactions by hand", Acts.transactionsByHand(module));
  }

  @Test
  void every_resource_method_says_who_may_call_it() {
    none("unguarded resource methods", Acts.unguarded(module));
  }

  @Test
  void a_use_case_is_one_act_without_sql() {
    none("use cases of several acts", Acts.useCasesOfSeveralActs(module));
    none("use cases with SQL", Acts.useCasesWithSql(module));
  }

  @Test
  void time_and_chance_are_given() {
    none("time or chance taken", TimeAndChance.taken(module));
  }

  @Test
  void there_is_no_ceremony() {
    none("names that say nothing", Ceremony.emptyNames(module));
    none("interfaces with one implementation", Ceremony.lonelyInterfaces(module));
  }

  @Test
  void an_exception_names_its_rule_and_reason() {
    none("exceptions without reason", Exceptions.unreasoned(module));
  }

  @Test
  void files_and_methods_are_short() {
    Sizes sizes = Sizes.of(Path.of("src", "main", "java"));
    Sizes tests = Sizes.of(Path.of("src", "test", "java"));
    System.out.printf("%s, lines: %s%n", module.root(), sizes.percentiles());
    System.out.printf("%s, lines of tests: %s%n", module.root(), tests.percentiles());
    assertThat(sizes.fileCount()).as("source files").isPositive();
    none("too long", sizes.tooLong());
    none("too long", tests.tooLong());
  }

  private static void none(String what, List<String> found) {
    assertThat(found).as(what).isEmpty();
  }
}
