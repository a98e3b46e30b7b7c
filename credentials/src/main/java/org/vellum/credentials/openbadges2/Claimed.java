package org.vellum.credentials.openbadges2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.vellum.credentials.json.Surplus;

/** Compares what a copy of an object claims with what its issuer hosts; it may claim less. */
final class Claimed {
  private Claimed() {}

  /**
   * Notes every claim of the copy that the hosted object does not bear out.
   *
   * @param at the place of the object in the assertion
   */
  static void compare(ObjectNode copy, ObjectNode hosted, String at, Noted noted) {
    for (String place : Surplus.of(modern(copy), modern(hosted), Set.of())) {
      noted.invalid("differs", at + place, "its issuer says something else here, or nothing");
    }
  }

  /** The context gives {@code verification} a second, older name. */
  static ObjectNode modern(ObjectNode assertion) {
    if (!assertion.has("verify") || assertion.has("verification")) {
      return assertion;
    }
    ObjectNode modern = assertion.deepCopy();
    modern.set("verification", modern.remove("verify"));
    return modern;
  }
}
