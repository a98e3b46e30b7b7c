package org.vellum.credentials.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Reads one JSON object (RFC 8259) and refuses what readers understand in different ways: a member
 * twice, bytes that are not the encoding they claim, anything after the end. Numbers keep every
 * digit. Safe for use by many threads.
 */
public final class StrictJson {
  private final int maxBytes;
  private final JsonMapper mapper;

  /**
   * Reads within bounds.
   *
   * @param maxBytes the largest document
   * @param maxDepth the deepest nesting of objects and arrays
   */
  public StrictJson(int maxBytes, int maxDepth) {
    this.maxBytes = maxBytes;
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(maxDepth)
            .maxStringLength(maxBytes)
            .maxNumberLength(500)
            .build();
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(constraints)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    this.mapper =
        JsonMapper.builder(factory)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
  }

  /** The object in the bytes, or why there is none. */
  public JsonRead read(byte[] bytes) {
    if (bytes.length > maxBytes) {
      return new JsonRead.TooMuch("too-large", "", "larger than " + maxBytes + " bytes");
    }
    Charset charset = charset(bytes);
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean marked = text.startsWith("\ufeff");
      JsonNode tree = mapper.readTree(marked ? text.substring(1) : text);
      if (tree instanceof ObjectNode object) {
        boolean plain = charset.equals(StandardCharsets.UTF_8) && !marked;
        return new JsonRead.Parsed(object, plain ? "" : charset + (marked ? " with a mark" : ""));
      }
      return new JsonRead.Faulty("not-an-object", "1:1", "not a JSON object");
    } catch (CharacterCodingException e) {
      return new JsonRead.Faulty("encoding", "1:1", "the bytes are not " + charset);
    } catch (StreamConstraintsException e) {
      return new JsonRead.TooMuch("too-deep", place(e), "nested too deeply, or a number too long");
    } catch (JsonProcessingException e) {
      String said = e.getOriginalMessage();
      return said.startsWith("Duplicate field")
          ? new JsonRead.Faulty("duplicate-member", place(e), "a member occurs twice")
          : new JsonRead.Faulty("not-json", place(e), "not well-formed JSON");
    }
  }

  private static String place(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null ? "1:1" : location.getLineNr() + ":" + location.getColumnNr();
  }

  /**
   * UTF-8, unless a byte order mark or the zeros around the first character tell otherwise: people
   * paste from editors that save UTF-16.
   */
  private static Charset charset(byte[] bytes) {
    if (bytes.length < 2) {
      return StandardCharsets.UTF_8;
    }
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if ((first == 0xfe && second == 0xff) || (first == 0 && second != 0)) {
      return StandardCharsets.UTF_16BE;
    }
    if ((first == 0xff && second == 0xfe) || (first != 0 && second == 0)) {
      return StandardCharsets.UTF_16LE;
    }
    return StandardCharsets.UTF_8;
  }
}
