package org.vellum.competency.framework.caseservice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.vellum.competency.framework.Framework;
import org.vellum.platform.json.Json;

/**
 * What the service answers when nothing is wrong.
 *
 * @param body what is sent; empty where the client has it (304)
 * @param headers what is told beside it, each header with its value
 */
record Answer(Optional<Body> body, Map<String, String> headers) {

  /** What is sent. */
  @FunctionalInterface
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  Answer {
    headers = Map.copyOf(headers);
  }

  /** An object whose state a framework's tag tells; it is made only if the client lacks it. */
  static Answer one(Framework framework, Asked asked, Supplier<? extends JsonNode> object) {
    Tag tag = Tag.of(framework, asked.form());
    Map<String, String> headers = headers(framework.draft());
    headers.put("ETag", tag.weak());
    return tag.knownAs(asked.ifNoneMatch()).isPresent()
        ? new Answer(Optional.empty(), headers)
        : of(bytes(object.get()), headers);
  }

  /**
   * Something of several frameworks, whose state only its content tells.
   *
   * @param privately whether it may be seen by some only
   * @param more further headers
   */
  static Answer content(
      JsonNode content, Asked asked, boolean privately, Map<String, String> more) {
    byte[] json = bytes(content);
    Tag tag = Tag.ofContent(json, new TreeMap<>(more).toString().getBytes(UTF_8));
    Map<String, String> headers = headers(privately);
    headers.putAll(more);
    headers.put("ETag", tag.weak());
    return tag.knownAs(asked.ifNoneMatch()).isPresent()
        ? new Answer(Optional.empty(), headers)
        : of(json, headers);
  }

  private static Answer of(byte[] json, Map<String, String> headers) {
    headers.put("Content-Length", Integer.toString(json.length));
    return new Answer(Optional.of(out -> out.write(json)), headers);
  }

  /** What every answer tells to those who may keep it: ask again whether it still holds. */
  static Map<String, String> headers(boolean privately) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Cache-Control", privately ? "private, no-cache, no-store" : "no-cache");
    headers.put("Vary", "Accept, Accept-Encoding");
    return headers;
  }

  private static byte[] bytes(JsonNode object) {
    try {
      return Json.mapper().writeValueAsBytes(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written", e);
    }
  }
}
