package org.vellum.testsupport.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How the rules recognise what they look at. */
final class Names {

  static final String OURS = "org.vellum";

  private Names() {}

  static boolean within(String packageName, String root) {
    return packageName.equals(root) || packageName.startsWith(root + ".");
  }

  static boolean isOurs(JavaClass type) {
    return within(type.getPackageName(), OURS);
  }

  /** The top-level type that a nested, local or anonymous one stands in. */
  static JavaClass outermost(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }

  /** An annotation of ours by its simple name, wherever in our packages it is declared. */
  static Optional<? extends JavaAnnotation<?>> ours(HasAnnotations<?> place, String simpleName) {
    return place.getAnnotations().stream()
        .filter(annotation -> isOurs(annotation.getRawType()))
        .filter(annotation -> annotation.getRawType().getSimpleName().equals(simpleName))
        .findFirst();
  }

  static boolean isUseCase(JavaClass type) {
    return ours(type, "UseCase").isPresent();
  }

  static boolean isResource(JavaClass type) {
    return type.isAnnotatedWith("jakarta.ws.rs.Path");
  }

  /** The types that a class depends on itself, arrays taken apart. */
  static Set<JavaClass> used(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .map(JavaClass::getBaseComponentType)
        .filter(target -> !target.isPrimitive())
        .collect(Collectors.toSet());
  }

  static boolean uses(JavaClass type, String... packages) {
    return used(type).stream()
        .anyMatch(target ->
            Arrays.stream(packages).anyMatch(root -> within(target.getPackageName(), root)));
  }

  /** Whether it holds SQL, or reads or writes rows. */
  static boolean speaksSql(JavaClass type) {
    return uses(type, "org.jdbi", "java.sql", "javax.sql", "org.postgresql");
  }
}
