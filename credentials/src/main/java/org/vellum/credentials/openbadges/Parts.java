package org.vellum.credentials.openbadges;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Lenient;

/** Reads the small parts of credentials. What the standard forbids is read as nothing. */
final class Parts {
  private Parts() {}

  static <T> @Nullable T of(Lenient owner, String name, Function<Lenient, T> reading) {
    Lenient part = owner.object(name);
    return part.isPresent() ? attempt(part, reading) : null;
  }

  static <T> List<T> list(Lenient owner, String name, Function<Lenient, T> reading) {
    return owner.list(name).stream()
        .map(part -> attempt(part, reading))
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  private static <T> @Nullable T attempt(Lenient part, Function<Lenient, T> reading) {
    try {
      return reading.apply(part);
    } catch (IllegalArgumentException e) {
      return null; // the caller compares what was read with what stood there
    }
  }

  static @Nullable Image image(Lenient owner, String name) {
    return of(owner, name, each -> new Image(each.text("id", ""), each.text("caption")));
  }

  static Evidence evidence(Lenient each) {
    return new Evidence(
        each.text("id"),
        each.text("name"),
        each.text("description"),
        each.text("narrative"),
        each.text("genre"),
        each.text("audience"));
  }

  static Alignment alignment(Lenient each) {
    return new Alignment(
        each.text("targetName", ""),
        each.text("targetUrl", ""),
        each.text("targetType"),
        each.text("targetCode"),
        each.text("targetDescription"),
        each.text("targetFramework"));
  }

  static List<Alignment> alignments(Lenient owner) {
    return list(owner, "alignment", Parts::alignment);
  }

  static List<IdentifierEntry> otherIdentifiers(Lenient owner) {
    return list(
        owner,
        "otherIdentifier",
        each -> new IdentifierEntry(each.text("identifier", ""), each.text("identifierType", "")));
  }
}
