package org.vellum.credentials.verification;

import java.net.URI;
import java.util.Map;

/**
 * How a verifier gets the documents that a credential points to: DID and key documents, status
 * lists, hosted badges. An implementation bounds size and time and keeps away from private
 * networks.
 */
@FunctionalInterface
public interface Documents {
  /** The document at an address; never throws for what the network does. */
  Fetched fetch(URI url);

  /** No documents: whatever is asked for could not be reached. */
  static Documents offline() {
    return url -> new Fetched.Unreachable("nothing is fetched");
  }

  /** These documents, by their addresses, and no others. */
  static Documents of(Map<URI, byte[]> bodies) {
    Map<URI, byte[]> copy = Map.copyOf(bodies);
    return url -> {
      byte[] body = copy.get(url);
      return body == null
          ? new Fetched.Unreachable("it is not among the documents given")
          : new Fetched.Found(body, "");
    };
  }

  /** These documents, and where one of them could not be reached, what another source has. */
  default Documents or(Documents other) {
    return url -> {
      Fetched fetched = fetch(url);
      return fetched instanceof Fetched.Unreachable ? other.fetch(url) : fetched;
    };
  }
}
