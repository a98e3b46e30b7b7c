package org.vellum.credentials.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;
import org.vellum.credentials.json.JsonRead;
import org.vellum.credentials.json.Lenient;
import org.vellum.credentials.json.StrictJson;

/** Asks for hosted objects, and notes what was not to be had or is not what it should be. */
final class Hosting {
  private static final int MAX_BYTES = 4 * 1024 * 1024;
  static final StrictJson JSON = new StrictJson(MAX_BYTES, 64);

  private final BadgeObjects objects;
  private final Noted noted;

  Hosting(BadgeObjects objects, Noted noted) {
    this.objects = objects;
    this.noted = noted;
  }

  /** Whether an id is an address that can be asked. */
  static Optional<URI> address(String id) {
    try {
      URI uri = URI.create(id);
      String scheme = uri.getScheme();
      boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
      return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The object at an address. It must say that it is the one: else whoever hosts anything could
   * hand out an object in the name of another address.
   *
   * @param place what pointed to it
   */
  Optional<ObjectNode> object(String id, String place) {
    Optional<URI> address = address(id);
    if (address.isEmpty()) {
      noted.unchecked("not-hosted", place, "its id is no address on the web, so nobody vouches");
      return Optional.empty();
    }
    return switch (objects.ask(withoutFragment(address.get()))) {
      case BadgeObjects.Answer.Found found -> parse(found.body(), id, place);
      case BadgeObjects.Answer.Gone() -> {
        gone(place);
        yield Optional.empty();
      }
      case BadgeObjects.Answer.NotFound(String why) -> {
        noted.unchecked("not-found", place, "the object was not to be had: " + why);
        yield Optional.empty();
      }
    };
  }

  /** A fragment is never sent: what it names is found in the object. */
  private static URI withoutFragment(URI address) {
    String text = address.toString();
    int fragment = text.indexOf('#');
    return fragment < 0 ? address : URI.create(text.substring(0, fragment));
  }

  private void gone(String place) {
    if (place.isEmpty()) {
      noted.invalid("revoked", place, "the issuer took it back: it is gone from its address");
    } else {
      noted.unchecked("gone", place, "the object is gone from its address");
    }
  }

  private Optional<ObjectNode> parse(byte[] body, String id, String place) {
    return switch (JSON.read(body)) {
      case JsonRead.Parsed(ObjectNode object, String encoding) -> named(object, id, place);
      case JsonRead.Faulty faulty -> {
        noted.unchecked("not-json", place, "what is hosted there: " + faulty.message());
        yield Optional.empty();
      }
      case JsonRead.TooMuch much -> {
        noted.unchecked(much.code(), place, "what is hosted there is " + much.message());
        yield Optional.empty();
      }
    };
  }

  private Optional<ObjectNode> named(ObjectNode object, String id, String place) {
    String said = Lenient.of(object).text("id");
    if (said == null) {
      // As Open Badges 1.0 hosted them: the address is who they are.
      noted.breach("missing", place + "/id", "the standard demands it");
      return Optional.of(object.deepCopy().put("id", id));
    }
    if (!said.equals(id)) {
      noted.invalid("other-id", place, "what is hosted there has another id");
      return Optional.empty();
    }
    return Optional.of(object);
  }

  /** The id of an object that is linked or embedded; empty if it has none. */
  static String id(JsonNode linked) {
    return Lenient.of(linked).text("id", "");
  }
}
