package org.vellum.finaid.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Days and decimals as facts keep them: nearly all that a learner's facts are made of. A day is its
 * number since 1970; a decimal without decimals a whole number, and another its text, which keeps
 * the scale.
 */
final class CompactFacts {
  private CompactFacts() {}

  static Module module() {
    SimpleModule module =
        new SimpleModule()
            .addSerializer(LocalDate.class, new DayWriter())
            .addDeserializer(LocalDate.class, new DayReader())
            .addSerializer(BigDecimal.class, new DecimalWriter())
            .addDeserializer(BigDecimal.class, new DecimalReader());
    ManyFacts.addTo(module);
    return module;
  }

  static void write(BigDecimal number, JsonGenerator to) throws IOException {
    if (number.scale() == 0 && number.precision() < 10) {
      to.writeNumber(number.intValueExact());
    } else {
      to.writeString(number.toString());
    }
  }

  /** What {@link #write} wrote, which is the current token. */
  static BigDecimal decimal(JsonParser from) throws IOException {
    return from.currentToken() == JsonToken.VALUE_NUMBER_INT
        ? BigDecimal.valueOf(from.getIntValue())
        : new BigDecimal(from.getText());
  }

  private static final class DayWriter extends StdScalarSerializer<LocalDate> {
    private static final long serialVersionUID = 1L;

    DayWriter() {
      super(LocalDate.class);
    }

    @Override
    public void serialize(LocalDate day, JsonGenerator to, SerializerProvider provider)
        throws IOException {
      to.writeNumber((int) day.toEpochDay());
    }
  }

  private static final class DayReader extends StdScalarDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;

    DayReader() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser from, DeserializationContext context)
        throws IOException {
      return LocalDate.ofEpochDay(from.getIntValue());
    }
  }

  private static final class DecimalWriter extends StdScalarSerializer<BigDecimal> {
    private static final long serialVersionUID = 1L;

    DecimalWriter() {
      super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal number, JsonGenerator to, SerializerProvider provider)
        throws IOException {
      write(number, to);
    }
  }

  private static final class DecimalReader extends StdScalarDeserializer<BigDecimal> {
    private static final long serialVersionUID = 1L;

    DecimalReader() {
      super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser from, DeserializationContext context)
        throws IOException {
      return decimal(from);
    }
  }
}
