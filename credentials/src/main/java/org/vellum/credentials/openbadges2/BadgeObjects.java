package org.vellum.credentials.openbadges2;

import java.net.URI;

/**
 * How a check gets the hosted objects that an assertion points to: itself, its BadgeClass, the
 * issuer's Profile, keys and the revocation list. An implementation bounds size and time and keeps
 * away from private networks.
 */
@FunctionalInterface
public interface BadgeObjects {
  /** What is hosted at an http or https address; never throws for what the network does. */
  Answer ask(URI address);

  /** What came of asking. */
  sealed interface Answer {
    /**
     * The object.
     *
     * @param body its bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to a parser, never compared
    record Found(byte[] body) implements Answer {}

    /** It is gone on purpose (RFC 9110, section 15.5.11): so hosted assertions are revoked. */
    record Gone() implements Answer {}

    /**
     * It was not to be had.
     *
     * @param why a sentence for people
     */
    record NotFound(String why) implements Answer {}
  }
}
