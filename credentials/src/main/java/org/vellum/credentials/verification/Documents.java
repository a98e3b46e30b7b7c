package org.vellum.credentials.verification;

import java.net.URI;

/**
 * How a verifier gets the documents that a credential points to: DID and key documents and status
 * lists. An implementation bounds size and time and keeps away from private networks.
 */
@FunctionalInterface
public interface Documents {
  /** The document at an address; never throws for what the network does. */
  Fetched fetch(URI url);
}
