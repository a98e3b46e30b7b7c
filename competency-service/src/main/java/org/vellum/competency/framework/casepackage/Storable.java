package org.vellum.competency.framework.casepackage;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import org.vellum.platform.persistence.StorableText;

/** Finds what JSON allows but the database cannot keep as it is (PostgreSQL, jsonb). */
final class Storable {
  private static final int MOST_DIGITS = 80;

  private Storable() {}

  static void check(JsonNode node, String place, Findings findings) {
    if (node.isTextual()) {
      checkText(node.textValue(), place, findings);
    } else if (node.isNumber()) {
      checkNumber(node.decimalValue(), place, findings);
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        check(node.path(i), place + "/" + i, findings);
      }
    } else {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        String inner = place + "/" + Pointer.escape(member.getKey());
        checkText(member.getKey(), inner, findings);
        check(member.getValue(), inner, findings);
      }
    }
  }

  private static void checkText(String text, String place, Findings findings) {
    if (StorableText.isStorable(text)) {
      return;
    }
    if (text.indexOf('\0') >= 0) {
      findings.error(
          "character-not-allowed", place, "The text holds the control character U+0000.");
    }
    if (text.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF)) {
      findings.error(
          "character-not-allowed", place, "The text holds half of a surrogate pair (U+D800-DFFF).");
    }
  }

  private static void checkNumber(BigDecimal number, String place, Findings findings) {
    long digits = number.precision() + Math.abs((long) number.scale());
    if (digits > MOST_DIGITS) {
      findings.error(
          "number-out-of-range", place, "The number has more than " + MOST_DIGITS + " digits.");
    }
  }
}
