package org.vellum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A private draft is invisible to everyone without the role, in every endpoint, search, association
 * and count. All that can be read from the competency service, by its own classes, is asked before
 * there is a draft and after, with all that names something of it: the answers are the same.
 */
class DraftsAreNowhereTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final String PUBLIC = id("public document");
  private static final String PUBLIC_ITEM = id("public item");
  private static final String DRAFT = id("draft document");
  private static final String DRAFT_ITEM = id("draft item");
  private static final String LINK = id("draft link");
  private static final String TYPE = id("draft type");
  private static final String WORD = "Unheardof";

  /** With what the first variable of a path is filled. */
  private static final List<String> NAMES =
      List.of(DRAFT, DRAFT_ITEM, LINK, TYPE, PUBLIC, PUBLIC_ITEM, "9-" + WORD);

  /** With what a variable after another is filled. */
  private static final List<String> PARTS = List.of(DRAFT_ITEM, PUBLIC_ITEM, "9-" + WORD);

  private static final Pattern TOKENS_ONLY =
      Pattern.compile("/competency/(ims/oneroster|lti/contexts)/.*");

  /** With what a parameter is filled. */
  private static final List<String> VALUES = List.of(DRAFT, DRAFT_ITEM, WORD, "title~'unheard'");

  /** What is another at each visit: the token of a form, and times of now. */
  private static final Pattern VOLATILE =
      Pattern.compile("name=\"csrf\" value=\"[^\"]*\"|csrf[^,>]{0,80}|\\d{2}:\\d{2}:\\d{2}[.\\d]*");

  @Test
  void what_can_be_read_tells_nobody_without_the_role_that_there_is_a_draft() throws Exception {
    Map<String, Set<String>> readings = Readings.of("competency-service", "/competency");
    assertThat(readings).hasSizeGreaterThan(40).containsKey("/competency/catalogue/relations");
    List<String> addresses = addresses(readings);
    Wire registrar = Wire.signedIn(VELLUM.address(), "registrar", VELLUM.password("registrar"));
    imported(registrar, framework(PUBLIC, PUBLIC_ITEM));
    Map<String, Wire> strangers =
        Map.of(
            "nobody",
            Wire.to(VELLUM.address()),
            "faculty",
            Wire.signedIn(VELLUM.address(), "hmarchetti", VELLUM.password("hmarchetti")),
            "learner",
            Wire.signedIn(VELLUM.address(), "amara", VELLUM.password("amara")));
    Map<String, Map<String, String>> before = new TreeMap<>();
    for (Map.Entry<String, Wire> each : strangers.entrySet()) {
      before.put(each.getKey(), answers(each.getValue(), addresses));
    }
    Map<String, String> registrarsBefore = answers(registrar, addresses);

    imported(registrar, draft());

    for (Map.Entry<String, Wire> each : strangers.entrySet()) {
      answers(each.getValue(), addresses)
          .forEach((asked, answer) ->
              assertThat(answer)
                  .as("%s asks %s", each.getKey(), asked)
                  .isEqualTo(before.getOrDefault(each.getKey(), Map.of()).get(asked)));
    }
    Set<String> telling = new TreeSet<>();
    answers(registrar, addresses)
        .forEach((asked, answer) -> {
          if (!answer.equals(registrarsBefore.get(asked))) {
            telling.add(asked.replaceAll("\\?.*", "").replaceAll("[0-9a-f-]{36}", "{}"));
          }
        });
    // What tells registrars nothing of the draft either would prove nothing.
    assertThat(telling).as("what registrars see of it").hasSizeGreaterThan(25);
  }

  /**
   * Each template with every name in its variables, and with every value in its parameters where
   * the name is that of a framework.
   */
  private static List<String> addresses(Map<String, Set<String>> readings) {
    Set<String> addresses = new LinkedHashSet<>();
    readings.forEach((template, parameters) -> {
      List<String> paths = filled(template);
      addresses.addAll(paths);
      for (String path : asked(paths)) {
        for (String parameter : parameters) {
          for (String value : VALUES) {
            addresses.add(path + "?" + parameter + "=" + URLEncoder.encode(value, UTF_8));
          }
        }
      }
    });
    return List.copyOf(addresses);
  }

  private static List<String> asked(List<String> paths) {
    return paths.size() == NAMES.size()
        ? paths.stream().filter(path -> path.contains(DRAFT) || path.contains(PUBLIC)).toList()
        : paths.subList(0, 1);
  }

  /**
   * Where a token is wanted, whoever has none is told so whatever is asked: one name there stands
   * for all.
   */
  private static List<String> filled(String template) {
    boolean tokensOnly = TOKENS_ONLY.matcher(template).matches();
    List<String> names = tokensOnly ? NAMES.subList(0, 1) : NAMES;
    List<String> paths = List.of(template);
    while (Readings.VARIABLE.matcher(paths.getFirst()).find()) {
      List<String> now = names;
      paths =
          paths.stream()
              .flatMap(path -> now.stream().map(Readings.VARIABLE.matcher(path)::replaceFirst))
              .toList();
      names = tokensOnly ? names : PARTS;
    }
    return paths;
  }

  private static Map<String, String> answers(Wire wire, List<String> addresses) throws Exception {
    Map<String, String> answers = new TreeMap<>();
    for (String address : addresses) {
      for (String form : List.of(Wire.JSON, Wire.HTML)) {
        HttpResponse<String> answer = wire.get(address, form);
        assertThat(answer.statusCode()).as(address).isLessThan(500);
        answers.put(address + " as " + form, told(answer));
      }
    }
    return answers;
  }

  /** All that an answer tells, its headers too, but for what is another each time. */
  private static String told(HttpResponse<String> answer) {
    String headers =
        answer.headers().firstValue("X-Total-Count").orElse("")
            + answer.headers().firstValue("Link").orElse("")
            + answer.headers().firstValue("Location").orElse("");
    String body =
        answer.headers().firstValue("Content-Type").orElse("").contains("pdf")
            ? "a PDF"
            : answer.body();
    return answer.statusCode() + headers + VOLATILE.matcher(body).replaceAll("");
  }

  private static void imported(Wire registrar, ObjectNode whole) throws Exception {
    HttpResponse<String> answer =
        registrar.post(
            "/competency/frameworks", Wire.JSON, BodyPublishers.ofString(whole.toString()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private static ObjectNode framework(String document, String item) {
    String time = "2026-05-01T12:00:00Z";
    ObjectNode whole = Wire.MAPPER.createObjectNode();
    whole
        .putObject("CFDocument")
        .put("identifier", document)
        .put("creator", "Tester")
        .put("title", "A framework beside a draft")
        .put("version", "1")
        .put("lastChangeDateTime", time);
    whole
        .putArray("CFItems")
        .addObject()
        .put("identifier", item)
        .put("fullStatement", "Keeps a secret")
        .put("lastChangeDateTime", time);
    return whole;
  }

  /** A draft that names a public item, and whose every text would be a new one. */
  private static ObjectNode draft() {
    ObjectNode draft = framework(DRAFT, DRAFT_ITEM);
    ((ObjectNode) draft.path("CFDocument"))
        .put("title", WORD + " framework")
        .put("creator", WORD + " creator")
        .put("version", "9-" + WORD)
        .put("language", "tlh")
        .put("adoptionStatus", "Private Draft")
        .putArray("subject")
        .add(WORD + " subject");
    ((ObjectNode) draft.at("/CFItems/0")).put("fullStatement", WORD + " item");
    ObjectNode link =
        draft
            .putArray("CFAssociations")
            .addObject()
            .put("identifier", LINK)
            .put("associationType", "exactMatchOf")
            .put("lastChangeDateTime", "2026-05-01T12:00:00Z");
    link.putObject("originNodeURI").put("identifier", PUBLIC_ITEM).put("title", "A");
    link.putObject("destinationNodeURI").put("identifier", DRAFT_ITEM).put("title", WORD);
    ObjectNode definitions = draft.putObject("CFDefinitions");
    for (String collection :
        List.of(
            "CFConcepts", "CFSubjects", "CFItemTypes", "CFLicenses", "CFAssociationGroupings")) {
      definitions
          .putArray(collection)
          .addObject()
          .put("identifier", TYPE)
          .put("title", WORD + " definition")
          .put("hierarchyCode", "1")
          .put("description", WORD)
          .put("licenseText", WORD)
          .put("lastChangeDateTime", "2026-05-01T12:00:00Z");
    }
    return draft;
  }

  private static String id(String name) {
    return java.util
        .UUID
        .nameUUIDFromBytes(("drafts are nowhere " + name).getBytes(UTF_8))
        .toString();
  }
}
