package org.vellum.competency.catalogue.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.problem.Problem;

/** The fields of a form as the JSON that a program would send; an empty field says nothing. */
final class Fields {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");
  private static final Pattern OUR_PAGE =
      Pattern.compile("/competency/[A-Za-z0-9/_.?=&%+~:*-]{0,2000}");

  private final ObjectNode json = JsonNodeFactory.instance.objectNode();

  Fields text(String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      json.put(name, value.strip());
    }
    return this;
  }

  /** A number; what is none stays as it is, for whoever judges it to say so. */
  Fields number(String name, @Nullable String value) {
    if (value != null && isNumber(value)) {
      json.put(name, new BigDecimal(value.strip()));
      return this;
    }
    return text(name, value);
  }

  /** A share of the whole, given in percent. */
  Fields percent(String name, @Nullable String value) {
    if (value != null && isNumber(value)) {
      json.put(name, new BigDecimal(value.strip()).movePointLeft(2));
      return this;
    }
    return text(name, value);
  }

  private static boolean isNumber(String value) {
    return NUMBER.matcher(value.strip()).matches();
  }

  /** A course or line item of a form, as {@code course:…}, {@code item:…} or {@code program:…}. */
  Fields place(@Nullable String value) {
    String given = value == null ? "" : value;
    int colon = given.indexOf(':');
    String name = given.substring(colon + 1);
    return switch (colon < 0 ? "" : given.substring(0, colon)) {
      case "item" -> text("lineItem", name);
      case "course" -> text("course", name);
      case "program" -> text("program", name);
      default -> this;
    };
  }

  ObjectNode json() {
    return json;
  }

  /** The page of ours to which a form leads back; another if it names none. */
  static URI back(@Nullable String page, String otherwise) {
    return URI.create(page != null && OUR_PAGE.matcher(page).matches() ? page : otherwise);
  }

  /**
   * What a program sent.
   *
   * @param what what should have been, for a sentence
   * @throws org.vellum.platform.problem.ProblemException 400 if nothing was sent
   */
  static JsonNode sent(@Nullable JsonNode json, String what) {
    if (json == null) {
      throw Problem.of(400, "Bad request", what + " must be sent.").exception();
    }
    return json;
  }

  /**
   * Tells a program that wanted to end an entry if there was none.
   *
   * @param ended whether there was one
   * @param what what it should have been
   * @throws org.vellum.platform.problem.ProblemException 404 if there was none
   */
  static void ended(boolean ended, String what) {
    if (!ended) {
      throw Problem.of(404, "Unknown " + what, "There is no such " + what + " in the catalogue.")
          .exception();
    }
  }
}
