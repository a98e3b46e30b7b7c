package org.vellum.credentials;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.record.LearnerRecord;

/**
 * A record as one line for each thing that it says, so that records can be compared without any
 * code that the formats themselves use. What has an id is named by it, wherever it stands; nothing
 * and an empty list say nothing.
 */
final class Flat {
  private static final Pattern ITEM =
      Pattern.compile("^(periods|attainments|averages)\\[([0-9]+)]");

  private Flat() {}

  static Map<String, String> of(LearnerRecord record) {
    Map<String, String> lines = new TreeMap<>();
    flatten("", record, lines);
    return lines;
  }

  /** The path of a loss, in the names of this class. */
  static String place(LearnerRecord record, String path) {
    Matcher item = ITEM.matcher(path);
    if (!item.find()) {
      return path;
    }
    int index = Integer.parseInt(item.group(2));
    String id =
        switch (item.group(1)) {
          case "periods" -> record.periods().get(index).id();
          case "averages" -> record.averages().get(index).id();
          default -> record.attainments().get(index).id();
        };
    return item.group(1) + "{" + id + "}" + path.substring(item.end());
  }

  private static void flatten(String path, @Nullable Object value, Map<String, String> into) {
    switch (value) {
      case null -> {}
      case Record each -> members(path, each, into);
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          flatten(path + key(path, list.get(i), i), list.get(i), into);
        }
      }
      case BigDecimal number -> into.put(path, number.stripTrailingZeros().toPlainString());
      default -> into.put(path, value.toString());
    }
  }

  private static void members(String path, Record record, Map<String, String> into) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      String below = path.isEmpty() ? component.getName() : path + "." + component.getName();
      flatten(below, value(record, component), into);
    }
  }

  private static @Nullable Object value(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the components of public records can be read", e);
    }
  }

  private static String key(String path, Object item, int index) {
    if (!path.matches("periods|attainments|averages")) {
      return "[" + index + "]";
    }
    for (RecordComponent component : item.getClass().getRecordComponents()) {
      if (component.getName().equals("id")) {
        return "{" + value((Record) item, component) + "}";
      }
    }
    return "[" + index + "]";
  }
}
