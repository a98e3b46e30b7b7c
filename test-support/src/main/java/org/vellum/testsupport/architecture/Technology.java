package org.vellum.testsupport.architecture;

import static org.vellum.testsupport.architecture.Blueprint.Kind.CONTRACT;
import static org.vellum.testsupport.architecture.Blueprint.Kind.LIBRARY;
import static org.vellum.testsupport.architecture.Blueprint.Kind.PLATFORM;
import static org.vellum.testsupport.architecture.Blueprint.Kind.SERVICE;
import static org.vellum.testsupport.architecture.Blueprint.Kind.TOOL;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The table of technologies: which packages that are not ours may be used where. The entry with the
 * longest name that fits decides; what fits none is refused.
 *
 * @param packageName the technology, by the package it lives in or below
 * @param place in words, for who broke the rule
 * @param allows whether this class of this module is such a place
 */
record Technology(String packageName, String place, BiPredicate<CheckedModule, JavaClass> allows) {

  private static final String RULE = "technology";

  /** Where frameworks are laid out for people. */
  private static final String OUTLINES = "org.vellum.competency.framework.document";

  private static final List<Technology> TABLE =
      List.of(
          everywhere("java"),
          everywhere("org.jspecify"),
          everywhere("com.google.errorprone.annotations"),
          in("javax", PLATFORM, SERVICE, LIBRARY, TOOL),
          in("org.w3c.dom", PLATFORM, SERVICE, LIBRARY, TOOL),
          in("org.xml.sax", PLATFORM, SERVICE, LIBRARY, TOOL),
          in("org.slf4j", PLATFORM, SERVICE, LIBRARY),
          in("com.fasterxml.jackson", PLATFORM, SERVICE, LIBRARY, TOOL),

          // Jakarta REST and what else speaks HTTP: at the edge.
          named(
              "jakarta.ws.rs", "Resource", "Application", "Provider", "Filter", "ExceptionMapper"),
          named("jakarta.servlet", "Resource", "Application", "Filter", "Servlet", "Listener"),

          // Rows: in repositories. Entities by Jakarta Persistence: nowhere, so not in this table.
          sql("java.sql"),
          sql("javax.sql"),
          sql("org.jdbi"),
          sql("org.postgresql"),
          in("org.flywaydb", "org.vellum.platform.persistence"),

          // Jakarta EE inside the services and their ground.
          in("jakarta.annotation", PLATFORM, SERVICE),
          in("jakarta.enterprise", PLATFORM, SERVICE),
          in("jakarta.inject", PLATFORM, SERVICE),
          in("jakarta.validation", PLATFORM, SERVICE),
          in("jakarta.interceptor", PLATFORM),
          in("jakarta.security", PLATFORM),
          in("jakarta.transaction", "org.vellum.platform.usecase", "org.vellum.platform.event"),
          named("org.eclipse.microprofile.config", "Configuration", "Configurations"),
          named("org.eclipse.microprofile", "Health", "Check"),

          // Libraries, each where its work is done. JSON-B has no place.
          in("jakarta.json", "org.vellum.credentials"),
          in("com.apicatalog", "org.vellum.credentials"),
          in("org.bouncycastle", "org.vellum.credentials"),
          in("com.networknt", "org.vellum.credentials", "org.vellum.finaid.export"),
          in("org.apache.xml.security", "org.vellum.credentials.xmldsig"),
          in("com.nimbusds", "org.vellum.platform", "org.vellum.credentials.jose"),
          in("io.pebbletemplates", "org.vellum.platform.pages"),
          in("com.google.zxing", "org.vellum.credentials.pdf"),
          in("io.opentelemetry", "org.vellum.search.metrics"),
          in("jakarta.mail", "org.vellum.search.alert.mail"),
          in("jakarta.batch", "org.vellum.finaid.run.batch"),
          in("org.apache.sshd", "org.vellum.finaid.delivery.sftp"),
          in("org.apache.pdfbox", "org.vellum.credentials.pdf", OUTLINES),
          in("org.apache.fontbox", "org.vellum.credentials.pdf", OUTLINES),
          in("com.openhtmltopdf", "org.vellum.credentials.pdf", OUTLINES),
          in("picocli", "org.vellum.credentials.cli"),
          in("org.apache.commons.csv", SERVICE, LIBRARY),
          in("org.dhatim.fastexcel", "org.vellum.competency.framework.spreadsheet"),
          in("co.elastic", "org.vellum.search.elasticsearch"),
          in("org.elasticsearch", "org.vellum.search.elasticsearch"),
          in("org.apache.http", "org.vellum.search.elasticsearch"),

          // What runs beside the application.
          in("io.zonky", "org.vellum.testsupport"),
          in("org.apache.commons.compress", "org.vellum.database"),
          in("org.tukaani", "org.vellum.database"),
          in("org.openjdk.jmh", "org.vellum.benchmarks"),
          in("org.junit", "org.vellum.testsupport", "org.vellum.systemtests"),
          in("org.assertj", "org.vellum.testsupport", "org.vellum.systemtests"),
          in("com.microsoft.playwright", "org.vellum.systemtests"),
          in("com.sun.net.httpserver", TOOL),
          in("com.sun.source", "org.vellum.testsupport"),
          in("com.google.googlejavaformat", "org.vellum.testsupport"),
          in("com.tngtech.archunit", "org.vellum.testsupport"),
          new Technology("jakarta.json.bind", "nowhere", (module, type) -> false),
          new Technology("org.jdbi.v3.sqlobject", "nowhere", (module, type) -> false));

  /** Uses of a technology where the table does not allow it. */
  static List<String> misplaced(CheckedModule module) {
    return module
        .types()
        .filter(type -> !Exceptions.excuse(type, RULE))
        .flatMap(type ->
            Names.used(type).stream()
                .filter(used -> !Names.isOurs(used))
                .flatMap(used -> refusal(module, type, used).stream()))
        .distinct()
        .toList();
  }

  /** Types of a {@code model} package that use more than the JDK and the models of their module. */
  static List<String> impureModels(CheckedModule module) {
    return module
        .types()
        .filter(type -> type.getPackageName().endsWith(".model"))
        .flatMap(type ->
            Names.used(type).stream()
                .filter(used -> !isPure(module, used))
                .map(used -> type.getName() + " is of a model and uses " + used.getName()))
        .toList();
  }

  /** Types that speak SQL and HTTP, or SQL in a resource. */
  static List<String> sqlAtTheEdge(CheckedModule module) {
    return module
        .types()
        .filter(Names::speaksSql)
        .filter(type -> Names.uses(type, "jakarta.ws.rs"))
        .filter(type -> !Exceptions.excuse(type, RULE))
        .map(type -> type.getName() + " speaks both SQL and HTTP")
        .toList();
  }

  private static boolean isPure(CheckedModule module, JavaClass used) {
    String name = used.getPackageName();
    boolean sql = Names.within(name, "java.sql");
    return (module.owns(used) && name.endsWith(".model"))
        || Names.within(name, "org.jspecify")
        || (Names.within(name, "java") && !sql);
  }

  private static Optional<String> refusal(CheckedModule module, JavaClass type, JavaClass used) {
    Optional<Technology> technology =
        TABLE.stream()
            .filter(entry -> Names.within(used.getPackageName(), entry.packageName))
            .max(Comparator.comparingInt(entry -> entry.packageName.length()));
    if (technology.isEmpty()) {
      return Optional.of(type.getName() + " uses " + used.getName() + ", which has no place");
    }
    return technology
        .filter(entry -> !entry.allows.test(module, type))
        .map(entry -> type.getName() + " uses " + used.getName() + "; allowed " + entry.place);
  }

  private static Technology everywhere(String packageName) {
    return new Technology(packageName, "everywhere", (module, type) -> true);
  }

  private static Technology in(String packageName, Blueprint.Kind... kinds) {
    List<Blueprint.Kind> places = Arrays.asList(kinds);
    return new Technology(
        packageName,
        "in modules of the kinds " + places,
        (module, type) -> places.contains(module.drawn().kind()));
  }

  private static Technology in(String packageName, String... packages) {
    List<String> places = List.of(packages);
    return new Technology(
        packageName,
        "in " + places,
        (module, type) ->
            places.stream().anyMatch(place -> Names.within(type.getPackageName(), place)));
  }

  private static Technology named(String packageName, String... endings) {
    List<String> names = List.of(endings);
    return new Technology(
        packageName,
        "in the platform and in types of services named *" + names,
        (module, type) ->
            module.drawn().kind() == PLATFORM
                || (module.drawn().kind() == SERVICE
                    && names.stream().anyMatch(Names.outermost(type).getSimpleName()::endsWith)));
  }

  private static Technology sql(String packageName) {
    return new Technology(
        packageName,
        "in repositories, which are no resource, no use case and no model",
        (module, type) ->
            module.drawn().kind() != CONTRACT
                && module.drawn().kind() != LIBRARY
                && !Names.isResource(Names.outermost(type)));
  }
}
