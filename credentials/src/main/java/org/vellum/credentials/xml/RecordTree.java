package org.vellum.credentials.xml;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Loss;

/** A learner record as a tree: to be filled piece by piece, and to be compared with another. */
public final class RecordTree {
  private static final JsonMapper MAPPER = mapper();

  private RecordTree() {}

  /**
   * The record that a tree says.
   *
   * @throws IllegalArgumentException if a member has no value that the record could have
   */
  public static LearnerRecord record(ObjectNode tree) {
    try {
      return MAPPER.treeToValue(tree, LearnerRecord.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not a learner record", e);
    }
  }

  /**
   * Every member that differs, as a loss. Objects of a list belong together by their id, links by
   * what they say; all else by its place.
   *
   * @param why the reason, for the path of a member without the positions
   */
  public static List<Loss> losses(
      LearnerRecord before, LearnerRecord after, UnaryOperator<String> why) {
    List<Loss> losses = new ArrayList<>();
    compare(MAPPER.valueToTree(before), MAPPER.valueToTree(after), "", why, losses);
    return losses;
  }

  private static void compare(
      JsonNode before, JsonNode after, String place, UnaryOperator<String> why, List<Loss> into) {
    if (before.isObject() && after.isObject()) {
      before
          .properties()
          .forEach(member -> {
            String below = place.isEmpty() ? member.getKey() : place + "." + member.getKey();
            compare(member.getValue(), after.path(member.getKey()), below, why, into);
          });
    } else if (before.isArray() && after.isArray()) {
      lists(before, after, place, why, into);
    } else if (!same(before, after)) {
      String path = place.replaceAll("\\[[0-9]+]", "");
      into.add(new Loss(place, path.substring(path.lastIndexOf('.') + 1), why.apply(path)));
    }
  }

  private static void lists(
      JsonNode before, JsonNode after, String place, UnaryOperator<String> why, List<Loss> into) {
    for (int each = 0; each < before.size(); each++) {
      JsonNode item = before.get(each);
      String at = place + "[" + each + "]";
      if (item.hasNonNull("id")) {
        JsonNode id = item.get("id");
        compare(item, find(after, other -> id.equals(other.get("id"))), at, why, into);
      } else if (item.hasNonNull("sourceId")) {
        compare(item, find(after, item::equals), at, why, into);
      } else {
        compare(item, after.path(each), at, why, into);
      }
    }
    if (after.size() > before.size()) {
      into.add(new Loss(place, place, "the format tells more of them apart"));
    }
  }

  private static JsonNode find(JsonNode list, Function<JsonNode, Boolean> wanted) {
    for (JsonNode each : list) {
      if (wanted.apply(each)) {
        return each;
      }
    }
    return list.path(list.size());
  }

  private static boolean same(JsonNode before, JsonNode after) {
    boolean nothing = before.isNull() && (after.isNull() || after.isMissingNode());
    boolean number = before.isNumber() && after.isNumber();
    return nothing
        || (number
            ? before.decimalValue().compareTo(after.decimalValue()) == 0
            : before.equals(after));
  }

  private static JsonMapper mapper() {
    SimpleModule times = new SimpleModule();
    times.addSerializer(Instant.class, ToStringSerializer.instance);
    times.addSerializer(LocalDate.class, ToStringSerializer.instance);
    times.addDeserializer(Instant.class, parsing(Instant.class, Instant::parse));
    times.addDeserializer(LocalDate.class, parsing(LocalDate.class, LocalDate::parse));
    JsonMapper mapper = JsonMapper.builder().addModule(times).build();
    mapper.configOverride(List.class).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    return mapper;
  }

  private static <T> StdDeserializer<T> parsing(Class<T> type, Function<String, T> parse) {
    return new StdDeserializer<>(type) {
      @Override
      public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return parse.apply(parser.getText());
      }
    };
  }
}
