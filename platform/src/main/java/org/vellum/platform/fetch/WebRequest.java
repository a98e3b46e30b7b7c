package org.vellum.platform.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A request to a server that somebody else named, with its bounds.
 *
 * @param uri where to
 * @param headers its headers beside those of HTTP itself; sent to no other server than that of the
 *     address, whatever it redirects to
 * @param form what a POST carries; empty for a GET
 * @param formType the media type of what a POST carries
 * @param mediaTypes which media types are read, in lower case and without parameters
 * @param largest how many bytes an answer may have, compressed or not
 * @param time how long all of it may take, redirections included
 */
public record WebRequest(
    URI uri,
    Map<String, String> headers,
    Optional<String> form,
    String formType,
    Predicate<String> mediaTypes,
    int largest,
    Duration time) {

  /** The media type of a form's fields (HTML, section Form submission). */
  public static final String FORM = "application/x-www-form-urlencoded";

  public WebRequest {
    if (!formType.matches("[\\x21-\\x7E ]+")) {
      throw new IllegalArgumentException("a media type is one line of printable ASCII");
    }
    headers = Map.copyOf(headers);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      if (!header.getKey().matches("[A-Za-z-]+") || !header.getValue().matches("[\\x20-\\x7E]*")) {
        throw new IllegalArgumentException("a header of one line of printable ASCII");
      }
    }
  }

  /** A request that carries nothing, or the fields of a form. */
  public WebRequest(
      URI uri,
      Map<String, String> headers,
      Optional<String> form,
      Predicate<String> mediaTypes,
      int largest,
      Duration time) {
    this(uri, headers, form, FORM, mediaTypes, largest, time);
  }

  byte[] body() {
    return form.map(text -> text.getBytes(UTF_8)).orElseGet(() -> new byte[0]);
  }
}
