package org.vellum.finaid.run;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Facts as bytes and back, for as long as a run takes: CBOR (RFC 8949) with a list in place of each
 * record, since the names would be the most of it.
 */
final class FactsCodec {
  private static final ObjectMapper CBOR =
      CBORMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .addModule(CompactFacts.module())
          .enable(SerializationFeature.WRITE_ENUMS_USING_INDEX)
          .annotationIntrospector(
              new AnnotationIntrospectorPair(
                  new RecordsAsLists(), new JacksonAnnotationIntrospector()))
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .visibility(PropertyAccessor.GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .build();

  private FactsCodec() {}

  static byte[] write(Object facts) throws IOException {
    return CBOR.writeValueAsBytes(facts);
  }

  static <T> T read(byte[] bytes, int length, Class<T> type) throws IOException {
    return CBOR.readValue(bytes, 0, length, type);
  }

  private static final class RecordsAsLists extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonFormat.@Nullable Value findFormat(Annotated member) {
      return member instanceof AnnotatedClass type && type.getRawType().isRecord()
          ? JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)
          : null;
    }
  }
}
