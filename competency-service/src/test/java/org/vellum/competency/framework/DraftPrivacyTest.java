package org.vellum.competency.framework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CaseForm;
import org.vellum.competency.framework.casepackage.CaseVersion;
import org.vellum.competency.framework.caseservice.query.DocumentQuery;
import org.vellum.platform.imsx.Paging;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.usecase.Repository;
import org.vellum.testsupport.TestDatabase;

/**
 * For everyone but registrars a draft is as if it were not there. Every query that asks for an
 * audience is asked, with all that names something of the draft, before there is a draft and after:
 * the answers are the same. A query that is added later is asked too.
 */
class DraftPrivacyTest {
  private static final UUID DRAFT = UUID.fromString("22222222-2222-4222-8222-222222222222");
  private static final UUID DRAFTED = UUID.fromString(Packages.item(501));
  private static final UUID LINK = UUID.fromString("bbbbbbbb-0000-4000-8000-0000000000ff");
  private static final UUID TYPE = UUID.fromString(Packages.item(502));
  private static final List<UUID> IDENTIFIERS =
      List.of(
          DRAFT,
          DRAFTED,
          LINK,
          TYPE,
          UUID.fromString(Packages.DOCUMENT),
          UUID.fromString(Packages.item(1)));

  private static final CaseForm FORM = new CaseForm(CaseVersion.V1_1, true);

  /** What a caller could ask with, by the class of a parameter. */
  private static final Map<Class<?>, List<Object>> KNOWN =
      Map.of(
          UUID.class, List.copyOf(IDENTIFIERS),
          CaseClass.class, List.of(CaseClass.ITEM_TYPE, CaseClass.CONCEPT),
          int.class, List.of(100, 0),
          String.class, List.of("secret", "501", DRAFTED.toString(), ""),
          Optional.class, List.of(Optional.empty()),
          LocalDate.class, List.of(LocalDate.EPOCH),
          Paging.class, List.of(new Paging(100, 0)),
          DocumentQuery.class,
              List.of(
                  DocumentQuery.of(null, null, null, List.of(), FORM),
                  DocumentQuery.of("title~'secrets'", "title", "desc", List.of(), FORM)),
          FrameworkList.Wanted.class,
              List.of(
                  FrameworkList.Wanted.ANYTHING,
                  new FrameworkList.Wanted("secrets", "Draft", "", "Secrecy", "de")));

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final FrameworkFixture fixture = new FrameworkFixture(database);

  @Test
  void no_query_tells_anyone_but_registrars_that_there_is_a_draft() throws Exception {
    fixture.importing(Packages.ofItems(2).toString());
    Map<String, String> before = answers(Audience.EVERYONE);
    Map<String, String> registrarsBefore = answers(Audience.REGISTRARS);
    assertThat(before.keySet().stream().map(DraftPrivacyTest::query).distinct().count())
        .isGreaterThan(10);

    fixture.importing(draft().toString());

    assertThat(answers(Audience.EVERYONE)).isEqualTo(before);
    Map<String, String> registrarsAfter = answers(Audience.REGISTRARS);
    List<String> blind =
        registrarsAfter.keySet().stream()
            .map(DraftPrivacyTest::query)
            .distinct()
            .filter(query ->
                registrarsAfter.keySet().stream()
                    .filter(call -> query(call).equals(query))
                    .allMatch(call ->
                        Objects.equals(registrarsBefore.get(call), registrarsAfter.get(call))))
            .toList();
    // What tells registrars nothing of the draft either would prove nothing.
    assertThat(blind)
        .allMatch(query -> query.contains("SupersededAttainments") || query.contains("Revisions"));
  }

  /** A draft that names a public item, and that a public association could lead to. */
  private static ObjectNode draft() {
    ObjectNode whole = Packages.empty();
    Packages.document(whole)
        .put("identifier", DRAFT.toString())
        .put("title", "A framework of secrets")
        .put("language", "de")
        .put("adoptionStatus", "Private Draft");
    Packages.document(whole).putArray("subject").add("Secrecy");
    Packages.addItem(whole, 501);
    Packages.addItem(whole, 503);
    Packages.addChild(whole, 503, Packages.item(501));
    Packages.associate(whole, Packages.item(1), "replacedBy", Packages.item(501))
        .put("identifier", LINK.toString());
    Packages.associate(whole, Packages.item(501), "exactMatchOf", Packages.item(999));
    Packages.associate(whole, Packages.item(501), "precedes", Packages.item(1));
    ObjectNode definitions = whole.putObject("CFDefinitions");
    for (CaseClass type : CaseClass.values()) {
      switch (type) {
        case DOCUMENT, ITEM, ASSOCIATION, RUBRIC, CRITERION, LEVEL -> {}
        default ->
            definitions
                .putArray(type.collection())
                .addObject()
                .put("identifier", TYPE.toString())
                .put("title", "A secret");
      }
    }
    return whole;
  }

  private static String query(String call) {
    return call.substring(0, call.indexOf('('));
  }

  /** The answers of every query to every call, by the call. */
  private Map<String, String> answers(Audience audience) throws Exception {
    Map<String, String> answers = new TreeMap<>();
    for (Class<?> type : repositories()) {
      Constructor<?> constructor = type.getDeclaredConstructors()[0];
      if (!Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Jdbi.class})) {
        continue;
      }
      constructor.setAccessible(true);
      Object repository = constructor.newInstance(fixture.jdbi);
      for (Method method : type.getDeclaredMethods()) {
        if (!method.isSynthetic()
            && List.of(method.getParameterTypes()).contains(Audience.class)
            && !Modifier.isPrivate(method.getModifiers())
            && !Modifier.isStatic(method.getModifiers())) {
          method.setAccessible(true);
          ask(repository, method, audience, answers);
        }
      }
    }
    return answers;
  }

  private static void ask(
      Object repository, Method method, Audience audience, Map<String, String> answers)
      throws Exception {
    List<List<Object>> calls = List.of(List.of());
    for (Type type : method.getGenericParameterTypes()) {
      List<List<Object>> longer = new ArrayList<>();
      for (List<Object> call : calls) {
        for (Object value : values(type, audience)) {
          longer.add(Stream.concat(call.stream(), Stream.of(value)).toList());
        }
      }
      calls = longer;
    }
    for (List<Object> call : calls) {
      Object answer = method.invoke(repository, call.toArray());
      String name = repository.getClass().getSimpleName() + "." + method.getName();
      String arguments =
          call.stream().filter(value -> value != audience).map(String::valueOf).toList().toString();
      answers.put(name + "(" + arguments + ")", text(answer));
    }
  }

  private static String text(Object answer) throws IOException {
    return answer instanceof Optional<?> found
        ? found.map(String::valueOf).orElse("nothing")
        : Json.mapper().convertValue(answer, Object.class) instanceof Collection<?> list
            ? list.toString()
            : String.valueOf(answer);
  }

  /** What a caller could ask with. */
  private static List<Object> values(Type asked, Audience audience) {
    Class<?> type =
        asked instanceof ParameterizedType of ? (Class<?>) of.getRawType() : (Class<?>) asked;
    if (type == Audience.class) {
      return List.of(audience);
    }
    if (Collection.class.isAssignableFrom(type)) {
      return asked.getTypeName().contains("UUID")
          ? List.of(IDENTIFIERS)
          : List.of(IDENTIFIERS.stream().map(UUID::toString).toList());
    }
    List<Object> known = KNOWN.get(type);
    if (known != null) {
      return known;
    }
    throw new AssertionError("say with what a query can be asked that takes " + type);
  }

  private static List<Class<?>> repositories() throws Exception {
    URI classes = Frameworks.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path root = Path.of(classes);
    try (Stream<Path> files = Files.walk(root)) {
      List<Class<?>> found = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        String name = root.relativize(file).toString().replace('/', '.');
        if (name.startsWith("org.vellum.competency.framework.") && !name.contains("$")) {
          Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
          if (type.isAnnotationPresent(Repository.class)) {
            found.add(type);
          }
        }
      }
      return found;
    }
  }
}
