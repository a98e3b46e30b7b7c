package org.vellum.testsupport.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Walls between modules and between the features of a module. */
final class Walls {

  private Walls() {}

  /** Dependencies on modules of ours that the drawing does not show. */
  static List<String> betweenModules(CheckedModule module) {
    return module
        .types()
        .flatMap(type ->
            Names.used(type).stream()
                .filter(Names::isOurs)
                .filter(used -> !module.owns(used))
                .filter(used -> !module.drawn().mayUse(used.getPackageName()))
                .map(used -> type.getName() + " uses " + used.getName()))
        .toList();
  }

  /** Types outside the module's own root package, which no other rule would look at. */
  static List<String> strangers(CheckedModule module) {
    return module.types().filter(type -> !module.owns(type)).map(JavaClass::getName).toList();
  }

  /** Features whose declaration on the package-info differs from what they use. */
  static List<String> betweenFeatures(CheckedModule module) {
    Map<String, Set<String>> used = usedFeatures(module);
    Map<String, Set<String>> declared = declaredFeatures(module);
    return used.entrySet().stream()
        .map(entry ->
            differs(
                entry.getKey(), entry.getValue(), declared.getOrDefault(entry.getKey(), Set.of())))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> differs(String feature, Set<String> used, Set<String> declared) {
    if (used.equals(declared)) {
      return Optional.empty();
    }
    String uses = used.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    return Optional.of(
        feature + " declares " + declared + " but what it uses is @Feature(uses = {" + uses + "})");
  }

  /**
   * Types of features that use the module's root package, whose part is to put features together.
   */
  static List<String> usesOfRoot(CheckedModule module) {
    return module
        .types()
        .filter(type -> module.feature(type.getPackageName()).isPresent())
        .flatMap(type ->
            Names.used(type).stream()
                .filter(used -> used.getPackageName().equals(module.root()))
                .map(used -> type.getName() + " uses " + used.getName()))
        .toList();
  }

  /** Features that use each other in a circle. */
  static List<String> cycles(CheckedModule module) {
    // A module of one package has no features, and so no circle: it may match nothing.
    return SlicesRuleDefinition.slices()
        .matching(module.root() + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .evaluate(module.classes())
        .getFailureReport()
        .getDetails();
  }

  private static Map<String, Set<String>> usedFeatures(CheckedModule module) {
    Map<String, Set<String>> features = new TreeMap<>();
    module
        .types()
        .forEach(type ->
            module
                .feature(type.getPackageName())
                .ifPresent(feature ->
                    features
                        .computeIfAbsent(feature, unseen -> new TreeSet<>())
                        .addAll(others(module, feature, type))));
    return features;
  }

  /** The other features of the module that a type uses. */
  private static Set<String> others(CheckedModule module, String feature, JavaClass type) {
    return Names.used(type).stream()
        .filter(module::owns)
        .map(JavaClass::getPackageName)
        .flatMap(name -> module.feature(name).stream())
        .filter(other -> !other.equals(feature))
        .collect(Collectors.toSet());
  }

  private static Map<String, Set<String>> declaredFeatures(CheckedModule module) {
    return module.classes().stream()
        .filter(type -> module.feature(type.getPackageName()).isPresent())
        .filter(type -> Names.ours(type, "Feature").isPresent())
        .collect(
            Collectors.toMap(
                type -> module.feature(type.getPackageName()).orElseThrow(),
                type -> declared(type).collect(Collectors.toCollection(TreeSet::new)),
                (one, other) -> {
                  one.addAll(other);
                  return one;
                }));
  }

  private static Stream<String> declared(JavaClass packageInfo) {
    Object uses = Names.ours(packageInfo, "Feature").orElseThrow().get("uses").orElseThrow();
    return Arrays.stream((Object[]) uses).map(Object::toString);
  }
}
