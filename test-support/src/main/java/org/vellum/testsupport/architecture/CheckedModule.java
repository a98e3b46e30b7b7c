package org.vellum.testsupport.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A module as the rules see it: its place in the drawing and its compiled classes.
 *
 * @param root the package that all its types are in or below
 * @param drawn what it may be made of
 * @param classes every class of the module, without its tests
 */
record CheckedModule(String root, Blueprint drawn, JavaClasses classes) {

  static CheckedModule of(Blueprint drawn, Path compiled) {
    return new CheckedModule(drawn.root(), drawn, new ClassFileImporter().importPath(compiled));
  }

  /** The classes but not the package-infos, which only carry declarations. */
  Stream<JavaClass> types() {
    return classes.stream().filter(type -> !type.getSimpleName().equals("package-info"));
  }

  boolean owns(JavaClass type) {
    return Names.within(type.getPackageName(), root);
  }

  /** The feature that a package belongs to, or nothing if it is the root or another module's. */
  Optional<String> feature(String packageName) {
    if (!packageName.startsWith(root + ".")) {
      return Optional.empty();
    }
    int end = packageName.indexOf('.', root.length() + 1);
    return Optional.of(end < 0 ? packageName : packageName.substring(0, end));
  }
}
