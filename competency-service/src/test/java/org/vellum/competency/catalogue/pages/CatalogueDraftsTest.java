package org.vellum.competency.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.catalogue.CatalogueFixture.aCatalogue;
import static org.vellum.competency.catalogue.CatalogueFixture.competency;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.competency.CompetencyApplication;
import org.vellum.competency.catalogue.CatalogueFixture;
import org.vellum.competency.framework.Packages;
import org.vellum.platform.json.Json;
import org.vellum.platform.pages.Page;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.ProblemException;
import org.vellum.platform.security.Caller;
import org.vellum.testsupport.TestDatabase;

/** Whatever the catalogue answers, a draft is in it for registrars only: every reading is asked. */
class CatalogueDraftsTest {
  private static final String SECRET = "Secret ability";
  private static final int DRAFT = 501;

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final PagesFixture pages = new PagesFixture(database);
  private final CatalogueFixture fixture = pages.catalogue;

  @TempDir Path folder;

  /** A draft's competency stands wherever a competency can. */
  @BeforeEach
  void filled() throws Exception {
    fixture.fill(folder);
    ObjectNode draft = Packages.empty();
    Packages.document(draft)
        .put("identifier", "22222222-2222-4222-8222-222222222222")
        .put("title", "Secret framework")
        .put("adoptionStatus", "Draft");
    Packages.addItem(draft, DRAFT).put("fullStatement", SECRET).put("humanCodingScheme", "S.1");
    fixture.frameworks.importing(draft.toString());

    ObjectNode catalogue = aCatalogue();
    String secret = competency(DRAFT).toString();
    String open = competency(1).toString();
    ((ArrayNode) catalogue.get("evidence"))
        .add(CatalogueFixture.rule("lineItem", "item", DRAFT, "0.5"));
    ArrayNode relations = catalogue.putArray("relations");
    relations.addObject().put("role", "teaches").put("course", "course").put("competency", secret);
    relations.addObject().put("role", "requires").put("program", "CERT").put("competency", secret);
    ArrayNode prerequisites = catalogue.putArray("prerequisites");
    prerequisites.addObject().put("competency", secret).put("requires", open);
    prerequisites.addObject().put("competency", competency(2).toString()).put("requires", secret);
    ArrayNode members =
        ((ObjectNode) catalogue.at("/programs/0"))
            .putArray("requirements")
            .addObject()
            .putObject("requirement")
            .put("n", 2)
            .putArray("nOf");
    members.addObject().put("competency", secret);
    members.addObject().put("competency", open);
    fixture.replaced(catalogue);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, DRAFT})
  void nobody_without_the_role_reads_of_a_draft(int asked) throws Exception {
    List<String> answers = walk("faculty", competency(asked));

    assertThat(answers).hasSizeGreaterThanOrEqualTo(9);
    assertThat(answers).allSatisfy(CatalogueDraftsTest::tellsNothing);
    if (asked != DRAFT) {
      tellsNothing(pages.taught("", competency(asked)));
      tellsNothing(pages.taught("faculty", competency(asked)));
    } else {
      assertThat(pages.taught.find(competency(DRAFT), PagesFixture.audience(""))).isEmpty();
    }
  }

  @Test
  void a_registrar_reads_of_it_nearly_everywhere() throws Exception {
    assertThat(walk("registrar", competency(1)).stream().filter(text -> !isSilent(text)).count())
        .isGreaterThanOrEqualTo(8);
  }

  @Test
  void what_is_left_tells_no_number_that_counts_it() {
    assertThat(pages.program("faculty", "CERT"))
        .contains("1 of", "1 competency is required")
        .doesNotContain("2 of");
    assertThat(pages.relations("faculty", 0)).contains("2 relations");
    assertThat(pages.relations("registrar", 0)).contains("5 relations");
  }

  private static void tellsNothing(String answer) {
    assertThat(isSilent(answer)).as(answer).isTrue();
  }

  private static boolean isSilent(String answer) {
    return !answer.contains(SECRET)
        && !answer.contains("S.1")
        && !answer.contains("Secret framework")
        && !answer.contains(competency(DRAFT).toString());
  }

  /** All that the resources of the package answer to reading. */
  private List<String> walk(String role, UUID asked) throws Exception {
    List<String> answers = new ArrayList<>();
    for (Object resource : resources(role)) {
      for (Method method : resource.getClass().getDeclaredMethods()) {
        if (method.isAnnotationPresent(GET.class)) {
          answers.add(answer(role, resource, method, asked));
        }
      }
    }
    return answers;
  }

  private static String answer(String role, Object resource, Method method, UUID asked)
      throws Exception {
    Object[] arguments =
        Arrays.stream(method.getParameters()).map(each -> argument(each, asked)).toArray();
    try {
      Object answer = method.invoke(resource, arguments);
      return switch (answer) {
        case Page page -> PagesFixture.page(role, shortName(page), page.model());
        case Response response -> Json.mapper().writeValueAsString(response.getEntity());
        default -> Json.mapper().writeValueAsString(answer);
      };
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof ProblemException problem) {
        // Its own identifier was in the question; it must not come back with more.
        assertThat(problem.problem().status()).isEqualTo(404);
        return problem.problem().detail();
      }
      throw e;
    }
  }

  private static String shortName(Page page) {
    return page.template().substring("org/vellum/competency/".length());
  }

  private static @Nullable Object argument(Parameter parameter, UUID asked) {
    if (parameter.getType() == RelationsResource.Asked.class) {
      return new RelationsResource.Asked();
    }
    if (parameter.getType() == int.class) {
      return 0;
    }
    return switch (parameter.getAnnotation(QueryParam.class).value()) {
      case "sourcedId" -> "course";
      case "code" -> "CERT";
      case "identifier" -> asked.toString();
      default -> null;
    };
  }

  private List<Object> resources(String role) throws ReflectiveOperationException {
    List<Object> parts =
        List.of(
            pages.views,
            pages.taught,
            pages.programs,
            new ProgramPages(fixture.inForce, pages.views, pages.names),
            pages.names,
            fixture.inForce,
            fixture.relations,
            fixture.prerequisites,
            new As(role));
    List<Object> resources = new ArrayList<>();
    for (Class<?> type : new CompetencyApplication().getClasses()) {
      if (type.getPackageName().equals(CatalogueResource.class.getPackageName())) {
        resources.add(type.getDeclaredConstructor().newInstance());
      }
    }
    resources.forEach(resource -> fill(resource, parts));
    return resources;
  }

  private static void fill(Object resource, List<Object> parts) {
    for (Field field : resource.getClass().getDeclaredFields()) {
      parts.stream()
          .filter(field.getType()::isInstance)
          .findFirst()
          .ifPresent(part -> set(field, resource, part));
    }
  }

  private static void set(Field field, Object resource, Object part) {
    try {
      field.setAccessible(true);
      field.set(resource, part);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** Somebody with one role. */
  private static final class As extends Caller {
    private final String role;

    As(String role) {
      this.role = role;
    }

    @Override
    public boolean has(String other) {
      return role.equals(other);
    }

    @Override
    public Optional<String> person() {
      return Optional.of(role);
    }
  }
}
