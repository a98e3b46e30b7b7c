package org.vellum.testsupport.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.regex.Pattern;

/** Names and shapes that say nothing. */
final class Ceremony {

  private static final String RULE = "ceremony";

  /** An {@code ExceptionMapper} is what Jakarta REST calls its own. */
  private static final Pattern EMPTY_NAME =
      Pattern.compile(".*(Impl|Managers?|Helpers?|Utils?|Utilities|(?<!Exception)Mappers?)");

  private Ceremony() {}

  /** Types named after no part of the domain. */
  static List<String> emptyNames(CheckedModule module) {
    return module
        .types()
        .filter(type -> EMPTY_NAME.matcher(type.getSimpleName()).matches())
        .filter(type -> !Exceptions.excuse(type, RULE))
        .map(type -> type.getName() + " has a name that says nothing")
        .toList();
  }

  /** Interfaces with one implementation in their module: the class alone would do. */
  static List<String> lonelyInterfaces(CheckedModule module) {
    return module
        .types()
        .filter(type -> type.isInterface() && !type.isAnnotation())
        .filter(type -> implementations(module, type) == 1)
        .filter(type -> !Exceptions.excuse(type, RULE))
        .map(type -> type.getName() + " has one implementation; the class alone would do")
        .toList();
  }

  /** Lambdas are not counted: they leave no class behind, and are what one-method types are for. */
  private static long implementations(CheckedModule module, JavaClass type) {
    return type.getAllSubclasses().stream()
        .filter(module::owns)
        .filter(subclass -> !subclass.isInterface())
        .count();
  }
}
