package org.vellum.finaid.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vellum.finaid.week.model.DateRange;

/** The fields of an object of a vector, of which each must be taken. */
final class Fields {
  private final String place;
  private final JsonNode object;
  private final Set<String> taken = new HashSet<>();
  private int compared;

  Fields(String place, JsonNode object) {
    if (!object.isObject()) {
      throw new AssertionError(place + " is not an object");
    }
    this.place = place;
    this.object = object;
  }

  /** Fails on fields that nothing took. */
  void complete() {
    Set<String> left = new TreeSet<>();
    object.fieldNames().forEachRemaining(left::add);
    left.removeAll(taken);
    assertThat(left).as("fields of %s that no reader knows", place).isEmpty();
  }

  /** Fails where nothing was compared: such a vector would prove nothing. */
  void compared() {
    complete();
    assertThat(compared).as("expectations of %s that were compared", place).isPositive();
  }

  /** Which object of which vector it is. */
  String place() {
    return place;
  }

  boolean has(String name) {
    return object.has(name);
  }

  void ignore(String... names) {
    taken.addAll(List.of(names));
  }

  JsonNode node(String name) {
    taken.add(name);
    if (!object.has(name)) {
      throw new AssertionError(place + " has no field " + name);
    }
    return object.get(name);
  }

  Optional<JsonNode> find(String name) {
    taken.add(name);
    return Optional.ofNullable(object.get(name)).filter(found -> !found.isNull());
  }

  BigDecimal number(String name) {
    return number(node(name));
  }

  BigDecimal number(String name, long otherwise) {
    return find(name).map(Fields::number).orElse(BigDecimal.valueOf(otherwise));
  }

  static BigDecimal number(JsonNode node) {
    if (!node.isNumber() && !node.isTextual()) {
      throw new AssertionError("not a number: " + node);
    }
    return new BigDecimal(node.asText());
  }

  int whole(String name) {
    return number(name).intValueExact();
  }

  LocalDate date(String name) {
    return LocalDate.parse(node(name).textValue());
  }

  boolean flag(String name) {
    JsonNode node = node(name);
    if (!node.isBoolean()) {
      throw new AssertionError("neither true nor false: " + name);
    }
    return node.booleanValue();
  }

  String text(String name) {
    return node(name).textValue();
  }

  List<BigDecimal> numbers(String name) {
    List<BigDecimal> numbers = new ArrayList<>();
    node(name).forEach(each -> numbers.add(number(each)));
    return numbers;
  }

  /**
   * Days and ranges of days, as {@code 2021-11-24..2021-11-26} or an object of from and to, or of
   * start and end.
   */
  List<DateRange> ranges(String name) {
    return find(name).stream().flatMap(Fields::elements).map(Fields::range).toList();
  }

  /** The objects of an array. */
  List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    node(name).forEach(each -> objects.add(new Fields(place + "/" + name, each)));
    return objects;
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    return elements.stream();
  }

  private static DateRange range(JsonNode node) {
    if (node.isObject()) {
      Fields fields = new Fields("range", node);
      DateRange range =
          fields.has("start")
              ? new DateRange(fields.date("start"), fields.date("end"))
              : new DateRange(fields.date("from"), fields.date("to"));
      fields.complete();
      return range;
    }
    String[] ends = node.textValue().split("\\.\\.", -1);
    return new DateRange(LocalDate.parse(ends[0]), LocalDate.parse(ends[ends.length - 1]));
  }

  /** If the vector expects it: as it is written where it is text, by value where it is a number. */
  void expect(String name, BigDecimal actual) {
    find(name)
        .ifPresent(expected -> {
          compared++;
          if (expected.isTextual()) {
            assertThat(actual.toPlainString()).as(name).isEqualTo(expected.textValue());
          } else {
            assertThat(actual).as(name).isEqualByComparingTo(number(expected));
          }
        });
  }

  void expect(String name, long actual) {
    expect(name, BigDecimal.valueOf(actual));
  }

  void expect(String name, boolean actual) {
    find(name)
        .ifPresent(expected -> {
          compared++;
          assertThat(expected.isBoolean()).as("%s is a boolean", name).isTrue();
          assertThat(actual).as(name).isEqualTo(expected.booleanValue());
        });
  }

  void expect(String name, String actual) {
    find(name)
        .ifPresent(expected -> {
          compared++;
          assertThat(actual).as(name).isEqualTo(expected.textValue());
        });
  }

  void expectNumbers(String name, List<BigDecimal> actual) {
    find(name)
        .ifPresent(expected -> {
          compared++;
          List<BigDecimal> numbers = elements(expected).map(Fields::number).toList();
          assertThat(actual)
              .as(name)
              .usingElementComparator(BigDecimal::compareTo)
              .containsExactlyElementsOf(numbers);
        });
  }

  void expectTexts(String name, List<String> actual) {
    find(name)
        .ifPresent(expected -> {
          compared++;
          assertThat(actual)
              .as(name)
              .containsExactlyElementsOf(elements(expected).map(JsonNode::asText).toList());
        });
  }
}
