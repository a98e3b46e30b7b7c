package org.vellum.credentials.xml;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.vellum.credentials.record.LearnerRecord;

/** A learner record as a tree, to be filled piece by piece. */
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

  private static JsonMapper mapper() {
    SimpleModule times = new SimpleModule();
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
