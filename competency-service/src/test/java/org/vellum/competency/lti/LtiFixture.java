package org.vellum.competency.lti;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URI;
import java.security.Principal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.fetch.WebClient;
import org.vellum.platform.json.Json;
import org.vellum.platform.pages.Page;
import org.vellum.platform.pages.Templates;
import org.vellum.platform.security.Caller;
import org.vellum.platform.signing.SigningConfiguration;
import org.vellum.platform.time.Ids;
import org.vellum.testsupport.TestDatabase;

/**
 * The small institution with a class of three: {@code ada} and {@code bea} learn, {@code cleo}
 * teaches. A tool, {@link #tool}, has a link with one line item in it.
 */
public final class LtiFixture {
  public static final PlatformConfiguration CONFIGURATION =
      new PlatformConfiguration(
          URI.create("http://localhost:9080"),
          "University",
          "s".repeat(32),
          Duration.ofHours(1),
          1_000_000);
  public static final UUID BEA = UUID.fromString("01900000-0000-7000-8000-00000000000b");
  public static final UUID CLEO = UUID.fromString("01900000-0000-7000-8000-00000000000c");
  public static final TestKey KEY = new TestKey("tool-key");
  public static final String REDIRECT = "https://tool.example/launch";

  public final EvaluationFixture institution;
  public final Assembly assembly;
  public LtiTool tool = tool("unset");
  public UUID context = new UUID(0, 0);
  public UUID link = new UUID(0, 0);
  public UUID lineItem = new UUID(0, 0);
  public String deployment = "";

  public LtiFixture(TestDatabase database) {
    institution = new EvaluationFixture(database);
    Clock clock = EvaluationFixture.CLOCK;
    assembly =
        new Assembly(
            institution.jdbi,
            clock,
            new Ids(clock, new SecureRandom()),
            CONFIGURATION,
            new SigningConfiguration("k".repeat(32)),
            WebClient.ofTheInternet());
  }

  /** Stores the institution, the tool and its link. */
  public void found() {
    institution.found();
    execute(
        """
        insert into platform.audit_head values (true, 0, ''::bytea) on conflict do nothing;
        insert into competency.roster_user (sourced_id, id, active, enabled, username, given_name,
          family_name, email, last_modified) values ('cleo', '%s', true, true, 'cleo', 'Cleo',
          'Moor', 'cleo@uni.example', now());
        insert into competency.enrollment (sourced_id, active, class_sourced_id,
          school_sourced_id, user_sourced_id, role, is_primary, last_modified)
          select 'e-' || u, true, 'class-1', 'uni', u, r, false, now()
            from (values ('ada', 'student'), ('bea', 'student'), ('cleo', 'teacher')) v (u, r);
        """
            .formatted(CLEO));
    var made = (RegisterTool.Result.Registered) register(KEY, "Quiz", true);
    tool = made.tool();
    deployment = made.deployment();
    LtiTools tools = assembly.get(LtiTools.class);
    context = assembly.get(Contexts.class).ofClass("class-1").orElseThrow().id();
    var placed =
        (PlaceLink.Result.Placed)
            assembly
                .get(PlaceLink.class)
                .place(wanted(tools.findDeployment(deployment).orElseThrow()), "cleo", false);
    link = placed.link();
    lineItem = items().getFirst().id();
  }

  private static PlaceLink.Wanted wanted(LtiTools.Deployment deployment) {
    return new PlaceLink.Wanted(
        deployment.id(),
        "class-1",
        "Cleaning quiz",
        Optional.empty(),
        Optional.of(new BigDecimal(10)),
        Optional.of(new PutLineItem.Evidences(EvaluationFixture.CLEANING, new BigDecimal("0.7"))));
  }

  /** The line items of the tool in the class. */
  public List<LtiLineItem> items() {
    return assembly
        .get(LtiLineItems.class)
        .list(
            context,
            tool.clientId(),
            new LtiLineItems.Asked(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 100));
  }

  /** Registers a tool with a key of its own. */
  public RegisterTool.Result register(TestKey key, String name, boolean tellsNames) {
    return assembly
        .get(RegisterTool.class)
        .register(
            new ToolRegistration(
                name,
                Optional.empty(),
                "https://tool.example/login?x=1",
                "https://tool.example/start",
                List.of(REDIRECT),
                Optional.of("https://tool.example/choose"),
                key.keySet(),
                List.of(),
                Map.of("colour", "blue"),
                tellsNames),
            "registrar");
  }

  private static LtiTool tool(String id) {
    return new LtiTool(
        id,
        id,
        Optional.empty(),
        REDIRECT,
        REDIRECT,
        List.of(REDIRECT),
        Optional.empty(),
        Map.of(),
        false,
        EvaluationFixture.NOW,
        Optional.empty());
  }

  /** A resource as it is when a client calls it. */
  public <T> T calledBy(String client, Class<T> resource) {
    try {
      Caller caller = caller("", Set.of());
      Method identify = Caller.class.getDeclaredMethod("identifyAs", String.class);
      identify.setAccessible(true);
      identify.invoke(caller, client);
      return assembly.with(caller).make(resource);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the platform's caller is made otherwise now", e);
    }
  }

  /** A resource as it is when somebody who is signed in calls it. */
  public <T> T visitedBy(String person, Set<String> roles, Class<T> resource) {
    return assembly.with(caller(person, roles)).make(resource);
  }

  private static Caller caller(String person, Set<String> roles) {
    return new Assembly(request(person, roles)).make(Caller.class);
  }

  private static HttpServletRequest request(String person, Set<String> roles) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            LtiFixture.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getUserPrincipal" -> principal(person);
                  case "isUserInRole" -> roles.contains((String) arguments[0]);
                  default -> throw new UnsupportedOperationException(method.toString());
                });
  }

  private static @Nullable Principal principal(String person) {
    return person.isEmpty() ? null : () -> person;
  }

  public Jdbi jdbi() {
    return institution.jdbi;
  }

  public void execute(String sql) {
    jdbi().useHandle(handle -> handle.createScript(sql).execute());
  }

  public int count(String from) {
    return jdbi()
        .withHandle(handle ->
            handle.createQuery("select count(*) from " + from).mapTo(Integer.class).one());
  }

  public static InputStream stream(String body) {
    return new ByteArrayInputStream(body.getBytes(UTF_8));
  }

  /** What an answer holds, as JSON. */
  public static JsonNode json(Response answer) {
    return Json.mapper().valueToTree(answer.getEntity());
  }

  public static ObjectNode object(String json) {
    try {
      return (ObjectNode) Json.mapper().readTree(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** A page as a browser gets it. */
  public static String shown(Page page) {
    Map<String, Object> model = new HashMap<>();
    model.put("user", "registrar");
    model.put("roles", Set.of("registrar"));
    model.put("csrf", "token");
    model.put("navigation", List.of());
    model.put("institution", "University");
    model.put("baseUrl", "http://localhost:9080");
    model.put("path", "/competency/lti");
    model.put("flash", "");
    model.put("assets", Map.of("icon.svg", "/i", "vellum.css", "/c", "htmx.js", "/h"));
    model.putAll(page.model());
    return new Templates().fill(page.template(), model, LtiFixture.class.getClassLoader());
  }
}
