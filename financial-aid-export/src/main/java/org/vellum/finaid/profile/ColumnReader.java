package org.vellum.finaid.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vellum.finaid.export.Entities;
import org.vellum.finaid.export.Entity;
import org.vellum.finaid.profile.MappingProfile.FileForm;

/**
 * Reads the columns of a profile.
 *
 * @param own the entity that columns are of if they do not say another
 * @param scope the entities whose values there are: its own, those above it, and its program
 * @param findings where faults are told
 */
record ColumnReader(String own, Set<String> scope, FileForm form, List<ProfileFinding> findings) {

  ProfileColumn read(JsonNode node, String place) {
    String name = node.path("name").asText();
    if (name.isBlank()) {
      find(place + "/name", "is missing");
    } else if (form == FileForm.XML && !isElement(name)) {
      find(place + "/name", "is no name of an element");
    }
    String from = node.path("from").asText();
    int point = from.indexOf('.');
    String entity = point < 0 ? own : from.substring(0, point);
    String column = point < 0 ? from : from.substring(point + 1);
    if (!from.isEmpty()) {
      known(entity, column, place + "/from");
    } else if (!node.has("value")) {
      find(place, "needs a column to take from, or a value");
    }
    return new ProfileColumn(
        name,
        entity,
        from.isEmpty() ? Optional.empty() : Optional.of(column),
        node.path("value").asText(),
        codes(node.path("codes")),
        date(node, place),
        node.path("without").asText(),
        form == FileForm.FIXED ? Optional.of(width(node, place)) : Optional.empty());
  }

  private void known(String entity, String column, String place) {
    Optional<Entity> found = Entities.find(entity);
    if (found.isEmpty()) {
      find(place, "there is no entity " + entity);
    } else if (!scope.contains(entity)) {
      find(place, entity + " is not above it");
    } else if (!found.get().has(column)) {
      find(place, entity + " has no column " + column);
    }
  }

  private static Map<String, String> codes(JsonNode node) {
    Map<String, String> codes = new HashMap<>();
    node.properties().forEach(each -> codes.put(each.getKey(), each.getValue().asText()));
    return codes;
  }

  private Optional<DateTimeFormatter> date(JsonNode node, String place) {
    String pattern = node.path("date").asText();
    if (pattern.isEmpty()) {
      return Optional.empty();
    }
    try {
      DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
      if (!format.format(LocalDate.EPOCH).isBlank()) {
        return Optional.of(format);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // Told below, like one that writes nothing.
    }
    find(place + "/date", "is no pattern of a date");
    return Optional.empty();
  }

  private FixedWidth width(JsonNode node, String place) {
    int from = node.path("at").asInt();
    int length = node.path("length").asInt();
    String pad = node.path("pad").asText(" ");
    if (from < 1) {
      find(place + "/at", "must be 1 or more");
    }
    if (length < 1) {
      find(place + "/length", "must be 1 or more");
    }
    if (pad.length() != 1) {
      find(place + "/pad", "must be one character");
    }
    String align = node.path("align").asText("left");
    if (!align.equals("left") && !align.equals("right")) {
      find(place + "/align", "is neither left nor right");
    }
    int implied = node.path("implied").asInt(-1);
    if (node.has("implied") && (implied < 0 || implied > 9)) {
      find(place + "/implied", "must be from 0 to 9");
    }
    return new FixedWidth(
        from,
        length,
        pad.isEmpty() ? ' ' : pad.charAt(0),
        align.equals("right"),
        node.path("cut").asBoolean(),
        implied);
  }

  /** Letters, digits, points, dashes and underlines, and no digit, point or dash first. */
  static boolean isElement(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      boolean later = (c >= '0' && c <= '9') || c == '.' || c == '-';
      if (!letter && (i == 0 || !later)) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private void find(String place, String message) {
    findings.add(new ProfileFinding(place, message));
  }
}
