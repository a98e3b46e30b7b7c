package org.vellum.finaid.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vellum.finaid.facts.model.AttemptFacts;
import org.vellum.finaid.facts.model.EngagementWeek;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.progress.model.UnitAttempt;

/**
 * Attempts and weeks of engagement, nine tenths of what is known of a learner: written value by
 * value, which takes a third of the time in which Jackson finds out what they are made of.
 */
@SuppressWarnings("EnumOrdinal") // what is written is read by the same run
final class ManyFacts {
  private static final int NONE = Integer.MIN_VALUE;
  private static final AttemptFacts.Kind[] KINDS = AttemptFacts.Kind.values();
  private static final UnitMeasure[] MEASURES = UnitMeasure.values();
  private static final UnitAttempt.Outcome[] OUTCOMES = UnitAttempt.Outcome.values();
  private static final UnitAttempt.Origin[] ORIGINS = UnitAttempt.Origin.values();
  private static final EngagementWeek.Type[] TYPES = EngagementWeek.Type.values();

  private ManyFacts() {}

  static void addTo(SimpleModule module) {
    module
        .addSerializer(AttemptFacts.class, new AttemptWriter())
        .addDeserializer(AttemptFacts.class, new AttemptReader())
        .addSerializer(EngagementWeek.class, new WeekWriter())
        .addDeserializer(EngagementWeek.class, new WeekReader());
  }

  private static void write(LocalDate day, JsonGenerator to) throws IOException {
    to.writeNumber((int) day.toEpochDay());
  }

  private static void write(Optional<LocalDate> day, JsonGenerator to) throws IOException {
    if (day.isPresent()) {
      write(day.get(), to);
    } else {
      to.writeNull();
    }
  }

  private static LocalDate day(JsonParser from) throws IOException {
    return LocalDate.ofEpochDay(from.nextIntValue(NONE));
  }

  private static Optional<LocalDate> optionalDay(JsonParser from) throws IOException {
    int day = from.nextIntValue(NONE);
    return day == NONE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
  }

  private static boolean flag(JsonParser from) throws IOException {
    return from.nextToken() == JsonToken.VALUE_TRUE;
  }

  private static final class AttemptWriter extends StdSerializer<AttemptFacts> {
    private static final long serialVersionUID = 1L;

    AttemptWriter() {
      super(AttemptFacts.class);
    }

    @Override
    public void serialize(AttemptFacts each, JsonGenerator to, SerializerProvider provider)
        throws IOException {
      to.writeStartArray();
      to.writeString(each.unitId());
      to.writeNumber(each.kind().ordinal());
      to.writeNumber(each.attempt());
      if (each.size().isPresent()) {
        CompactFacts.write(each.size().get().units(), to);
        to.writeNumber(each.size().get().measure().ordinal());
      } else {
        to.writeNull();
      }
      write(each.beginDate(), to);
      write(each.firstEngagement(), to);
      write(each.lastEngagement(), to);
      write(each.endDate(), to);
      to.writeNumber(each.outcome().ordinal());
      write(each.outcomeDate(), to);
      to.writeNumber(each.origin().ordinal());
      to.writeBoolean(each.countsTowardProgram());
      to.writeNumber(each.paymentPeriod().orElse(NONE));
      to.writeBoolean(each.remedial());
      to.writeNumber(each.lessons().map(AttemptFacts.Lessons::total).orElse(NONE));
      to.writeNumber(each.lessons().map(AttemptFacts.Lessons::completed).orElse(NONE));
      to.writeEndArray();
    }
  }

  private static final class AttemptReader extends StdDeserializer<AttemptFacts> {
    private static final long serialVersionUID = 1L;

    AttemptReader() {
      super(AttemptFacts.class);
    }

    @Override
    public AttemptFacts deserialize(JsonParser from, DeserializationContext context)
        throws IOException {
      AttemptFacts read =
          new AttemptFacts(
              from.nextTextValue(),
              KINDS[from.nextIntValue(NONE)],
              from.nextIntValue(NONE),
              size(from),
              day(from),
              optionalDay(from),
              optionalDay(from),
              optionalDay(from),
              OUTCOMES[from.nextIntValue(NONE)],
              optionalDay(from),
              ORIGINS[from.nextIntValue(NONE)],
              flag(from),
              number(from),
              flag(from),
              lessons(from));
      from.nextToken();
      return read;
    }

    private static Optional<AttemptFacts.Size> size(JsonParser from) throws IOException {
      if (from.nextToken() == JsonToken.VALUE_NULL) {
        return Optional.empty();
      }
      BigDecimal units = CompactFacts.decimal(from);
      return Optional.of(new AttemptFacts.Size(units, MEASURES[from.nextIntValue(NONE)]));
    }

    private static Optional<Integer> number(JsonParser from) throws IOException {
      int number = from.nextIntValue(NONE);
      return number == NONE ? Optional.empty() : Optional.of(number);
    }

    private static Optional<AttemptFacts.Lessons> lessons(JsonParser from) throws IOException {
      int total = from.nextIntValue(NONE);
      int completed = from.nextIntValue(NONE);
      return total == NONE
          ? Optional.empty()
          : Optional.of(new AttemptFacts.Lessons(total, completed));
    }
  }

  private static final class WeekWriter extends StdSerializer<EngagementWeek> {
    private static final long serialVersionUID = 1L;

    WeekWriter() {
      super(EngagementWeek.class);
    }

    @Override
    public void serialize(EngagementWeek each, JsonGenerator to, SerializerProvider provider)
        throws IOException {
      to.writeStartArray();
      write(each.weekStart(), to);
      to.writeNumber(each.count());
      int types = 0;
      for (EngagementWeek.Type type : each.types()) {
        types |= 1 << type.ordinal();
      }
      to.writeNumber(types);
      to.writeNumber(each.substantiveCount());
      to.writeBoolean(each.instructorInitiated());
      if (each.last().isPresent()) {
        Instant last = each.last().get();
        to.writeNumber(last.getEpochSecond());
        to.writeNumber(last.getNano());
      }
      to.writeEndArray();
    }
  }

  private static final class WeekReader extends StdDeserializer<EngagementWeek> {
    private static final long serialVersionUID = 1L;

    WeekReader() {
      super(EngagementWeek.class);
    }

    @Override
    public EngagementWeek deserialize(JsonParser from, DeserializationContext context)
        throws IOException {
      return new EngagementWeek(
          day(from),
          from.nextIntValue(NONE),
          types(from.nextIntValue(NONE)),
          from.nextIntValue(NONE),
          flag(from),
          last(from));
    }

    private static Set<EngagementWeek.Type> types(int bits) {
      Set<EngagementWeek.Type> types = EnumSet.noneOf(EngagementWeek.Type.class);
      for (EngagementWeek.Type type : TYPES) {
        if ((bits & (1 << type.ordinal())) != 0) {
          types.add(type);
        }
      }
      return types;
    }

    private static Optional<Instant> last(JsonParser from) throws IOException {
      if (from.nextToken() == JsonToken.END_ARRAY) {
        return Optional.empty();
      }
      Instant last = Instant.ofEpochSecond(from.getLongValue(), from.nextIntValue(0));
      from.nextToken();
      return Optional.of(last);
    }
  }
}
