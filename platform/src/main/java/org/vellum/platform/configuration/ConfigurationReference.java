package org.vellum.platform.configuration;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The reference of what an operator can set, made from the holders themselves. */
public final class ConfigurationReference {
  private ConfigurationReference() {}

  /**
   * A Markdown table with a row for each key, in the order in which the holders name them.
   *
   * @param holders records each of whose components carries a {@link Key}
   */
  public static String table(List<Class<? extends Record>> holders) {
    return holders.stream()
        .flatMap(holder -> Arrays.stream(holder.getRecordComponents()))
        .map(ConfigurationReference::row)
        .collect(
            Collectors.joining("", "| key | type | default | meaning |\n|---|---|---|---|\n", ""));
  }

  private static String row(RecordComponent component) {
    Key key =
        Objects.requireNonNull(
            component.getAnnotation(Key.class), () -> component + " carries no @Key");
    return "| `%s` | %s | %s | %s |%n"
        .formatted(
            key.name(),
            type(component.getType()),
            defaultOf(key),
            key.meaning().replace("|", "\\|"))
        .replace("\r\n", "\n");
  }

  private static String type(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "String" -> "text";
      case "int", "long" -> "whole number";
      case "boolean" -> "`true` or `false`";
      case "URI" -> "address";
      case "Duration" -> "duration";
      default -> type.getSimpleName();
    };
  }

  private static String defaultOf(Key key) {
    return switch (key.defaultValue()) {
      case Key.REQUIRED -> "none: must be set";
      case "" -> "empty";
      default -> "`" + key.defaultValue() + "`";
    };
  }
}
