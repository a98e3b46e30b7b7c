package org.vellum.testsupport.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The exceptions that code declares at its place by {@code @ArchitectureException}. */
final class Exceptions {

  static final String ANNOTATION = "ArchitectureException";
  static final int SHORTEST_REASON = 15;

  private static final List<String> RULES =
      List.of("technology", "acts", "time", "ceremony", Sizes.RULE);

  private Exceptions() {}

  /** Whether a type, or one that it stands in, is excused from the rule. */
  static boolean excuse(JavaClass type, String rule) {
    return declared(type).anyMatch(exception -> names(exception, rule))
        || type.getEnclosingClass().map(outer -> excuse(outer, rule)).orElse(false);
  }

  /** Whether a member, or its type, is excused from the rule. */
  static boolean excuse(HasAnnotations<?> member, JavaClass owner, String rule) {
    return declared(member).anyMatch(exception -> names(exception, rule)) || excuse(owner, rule);
  }

  /** Exceptions without a reason, or from a rule that does not exist. */
  static List<String> unreasoned(CheckedModule module) {
    return module
        .types()
        .flatMap(type -> Stream.concat(Stream.of(type), type.getCodeUnits().stream()))
        .flatMap(Exceptions::declared)
        .filter(exception -> !reasoned(exception))
        .map(exception -> exception.getDescription() + " needs a known rule and a reason")
        .toList();
  }

  private static boolean reasoned(JavaAnnotation<?> exception) {
    return RULES.stream().anyMatch(rule -> names(exception, rule))
        && text(exception, "reason").length() >= SHORTEST_REASON;
  }

  private static boolean names(JavaAnnotation<?> exception, String rule) {
    return text(exception, "rule").equals(rule);
  }

  private static String text(JavaAnnotation<?> annotation, String property) {
    return annotation.get(property).map(Object::toString).orElse("");
  }

  private static Stream<? extends JavaAnnotation<?>> declared(HasAnnotations<?> place) {
    return Stream.concat(
        Names.ours(place, ANNOTATION).stream(),
        Names.ours(place, ANNOTATION + "s").stream()
            .flatMap(several -> Arrays.stream(contained(several))));
  }

  private static JavaAnnotation<?>[] contained(JavaAnnotation<?> several) {
    return (JavaAnnotation<?>[]) several.get("value").orElseThrow();
  }
}
