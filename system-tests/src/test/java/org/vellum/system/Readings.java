package org.vellum.system;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Everything that can be read from a WAR, as its classes say it: the template of each path that a
 * GET answers, with the names of the parameters that it takes. What somebody adds is here too.
 */
final class Readings {
  private static final String REST = "jakarta.ws.rs.";

  /** A variable of a template, and what it must be like. */
  static final Pattern VARIABLE = Pattern.compile("\\{\\s*[\\w.-]+\\s*(?::[^}]*)?\\}");

  private Readings() {}

  /**
   * The readings of a module.
   *
   * @param module its name
   * @param root the path below which its WAR answers
   * @return the names of the query parameters, by the template of the path
   */
  static Map<String, Set<String>> of(String module, String root) {
    JavaClasses classes =
        new ClassFileImporter()
            .importPath(
                Path.of(System.getProperty("vellum.root")).resolve(module + "/target/classes"));
    Map<String, Set<String>> readings = new TreeMap<>();
    for (JavaClass resource : classes) {
      if (!resource.isAnnotatedWith(REST + "Path")) {
        continue;
      }
      for (JavaMethod method : resource.getAllMethods()) {
        if (method.isAnnotatedWith(REST + "GET")) {
          String path = joined(root, value(resource), value(method));
          readings.computeIfAbsent(path, unseen -> new TreeSet<>()).addAll(parameters(method));
        }
      }
    }
    return readings;
  }

  private static String joined(String... parts) {
    List<String> steps = new ArrayList<>();
    for (String part : parts) {
      String step = part.replaceAll("^/+|/+$", "");
      if (!step.isEmpty()) {
        steps.add(step);
      }
    }
    return "/" + String.join("/", steps);
  }

  private static Set<String> parameters(JavaMethod method) {
    Set<String> names = new TreeSet<>();
    for (JavaParameter parameter : method.getParameters()) {
      add(parameter, names);
      for (JavaField field : parameter.getRawType().getAllFields()) {
        add(field, names);
      }
    }
    return names;
  }

  private static <T extends CanBeAnnotated & HasAnnotations<?>> void add(T one, Set<String> names) {
    one.getAnnotations().stream()
        .filter(annotation -> annotation.getRawType().getName().equals(REST + "QueryParam"))
        .forEach(annotation -> names.add(annotation.get("value").orElseThrow().toString()));
  }

  private static String value(HasAnnotations<?> one) {
    return one.getAnnotations().stream()
        .filter(annotation -> annotation.getRawType().getName().equals(REST + "Path"))
        .findFirst()
        .flatMap(annotation -> annotation.get("value"))
        .map(Object::toString)
        .orElse("");
  }
}
