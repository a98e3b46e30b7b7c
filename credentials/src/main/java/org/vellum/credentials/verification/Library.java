package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vellum.credentials.baking.Form;
import org.vellum.credentials.json.JsonRead;
import org.vellum.credentials.json.StrictJson;

/** The documents that one verification fetches: each once, and not more than allowed. */
final class Library {
  private final Documents documents;
  private final StrictJson json;
  private final int mostFetches;
  private final Map<URI, Loan> loans = new HashMap<>();
  private final Map<URI, byte[]> bodies = new HashMap<>();

  Library(Documents documents, StrictJson json, int mostFetches) {
    this.documents = documents;
    this.json = json;
    this.mostFetches = mostFetches;
  }

  /** A document, or why there is none. */
  sealed interface Loan {
    record Lent(ObjectNode document) implements Loan {}

    record Refused(String code, String why) implements Loan {}
  }

  Loan get(URI url) {
    Loan known = loans.get(url);
    if (known != null) {
      return known;
    }
    if (loans.size() >= mostFetches) {
      return new Loan.Refused(
          "too-many-fetches", "it points to more than " + mostFetches + " documents");
    }
    Loan loan = fetch(url);
    loans.put(url, loan);
    return loan;
  }

  /** The bytes at an address that is not JSON too, as they came. */
  Optional<byte[]> bytes(URI url) {
    get(url);
    return Optional.ofNullable(bodies.get(url));
  }

  /** The signed token at an address, if that is what is there. */
  Optional<String> token(URI url) {
    return bytes(url)
        .map(body -> new String(body, StandardCharsets.ISO_8859_1).strip())
        .filter(text -> Form.of(text) == Form.COMPACT_JWS);
  }

  private Loan fetch(URI url) {
    try {
      return switch (documents.fetch(url)) {
        case Fetched.Found found -> parse(url, found.body());
        case Fetched.Missing missing -> new Loan.Refused("not-found", url + ": " + missing.why());
        case Fetched.Gone gone -> new Loan.Refused("gone", url + ": " + gone.why());
        case Fetched.Unreachable lost -> new Loan.Refused("unreachable", url + ": " + lost.why());
      };
    } catch (RuntimeException e) {
      return new Loan.Refused("unreachable", url + ": could not be fetched");
    }
  }

  private Loan parse(URI url, byte[] body) {
    bodies.put(url, body);
    return switch (json.read(body)) {
      case JsonRead.Parsed parsed -> new Loan.Lent(parsed.object());
      case JsonRead.Faulty faulty -> new Loan.Refused("not-json", url + ": " + faulty.message());
      case JsonRead.TooMuch much -> new Loan.Refused("too-large", url + ": " + much.message());
    };
  }
}
