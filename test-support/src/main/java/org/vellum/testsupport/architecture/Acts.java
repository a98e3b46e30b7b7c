package org.vellum.testsupport.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One way to act: transactions, resource methods and use cases. */
final class Acts {

  private static final String RULE = "acts";

  private static final Set<String> REQUESTS =
      Set.of("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS");

  private static final Set<String> TRANSACTION_CALLS =
      Set.of("inTransaction", "useTransaction", "begin", "commit", "rollback", "setAutoCommit");

  private Acts() {}

  /** Code outside the platform that begins or ends a transaction by itself. */
  static List<String> transactionsByHand(CheckedModule module) {
    if (module.drawn().kind() != Blueprint.Kind.SERVICE) {
      return List.of();
    }
    return module
        .types()
        .flatMap(type -> type.getAccessesFromSelf().stream())
        .filter(Acts::handlesTransaction)
        .filter(call -> !Exceptions.excuse(call.getOwner(), call.getOriginOwner(), RULE))
        .map(JavaAccess::getDescription)
        .toList();
  }

  private static boolean handlesTransaction(JavaAccess<?> call) {
    String owner = call.getTargetOwner().getPackageName();
    return TRANSACTION_CALLS.contains(call.getTarget().getName())
        && (Names.within(owner, "org.jdbi") || Names.within(owner, "java.sql"));
  }

  /** Resource methods that do not say who may call them, or that nobody can call. */
  static List<String> unguarded(CheckedModule module) {
    return resourceMethods(module)
        .filter(
            method -> !isGuarded(method) || !method.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(method -> !Exceptions.excuse(method, method.getOwner(), RULE))
        .map(method ->
            method.getFullName() + " must be public and carry @RolesAllowed, @PermitAll or @Scopes")
        .toList();
  }

  /** Resource methods whose signature shows a type that itself reads or writes rows. */
  static List<String> entitiesInSignatures(CheckedModule module) {
    return resourceMethods(module)
        .filter(method ->
            Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                .map(JavaType::getAllInvolvedRawTypes)
                .flatMap(Set::stream)
                .anyMatch(type -> Names.isOurs(type) && Names.speaksSql(type)))
        .map(method -> method.getFullName() + " shows what is stored")
        .toList();
  }

  /** Use cases that do not have exactly one public method. */
  static List<String> useCasesOfSeveralActs(CheckedModule module) {
    return useCases(module)
        .filter(type -> publicMethods(type) != 1)
        .filter(type -> !Exceptions.excuse(type, RULE))
        .map(type -> type.getName() + " has " + publicMethods(type) + " public methods, not one")
        .toList();
  }

  /** Use cases that hold SQL themselves. */
  static List<String> useCasesWithSql(CheckedModule module) {
    return useCases(module)
        .filter(Names::speaksSql)
        .filter(type -> !Exceptions.excuse(type, RULE))
        .map(type -> type.getName() + " speaks SQL, which is its repository's part")
        .toList();
  }

  static Stream<JavaClass> useCases(CheckedModule module) {
    return module.types().filter(Names::isUseCase);
  }

  static Stream<JavaMethod> resourceMethods(CheckedModule module) {
    return module
        .types()
        .filter(Names::isResource)
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.getAnnotations().stream().anyMatch(Acts::isRequest));
  }

  private static boolean isRequest(JavaAnnotation<?> annotation) {
    JavaClass type = annotation.getRawType();
    return type.getPackageName().equals("jakarta.ws.rs") && REQUESTS.contains(type.getSimpleName());
  }

  private static boolean isGuarded(JavaMethod method) {
    return method.isAnnotatedWith("jakarta.annotation.security.RolesAllowed")
        || method.isAnnotatedWith("jakarta.annotation.security.PermitAll")
        || Names.ours(method, "Scopes").isPresent();
  }

  private static long publicMethods(JavaClass type) {
    return type.getMethods().stream()
        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
        .count();
  }
}
