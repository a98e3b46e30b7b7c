package org.vellum.credentials.verification;

/**
 * What a verifier gave a holder to sign along, so that a presentation made for another, or at
 * another time, does not pass (Data Integrity 1.0, section 2.1, {@code challenge} and {@code
 * domain}; {@code nonce} and {@code aud} in tokens).
 *
 * @param challenge a text that was given to this holder alone, this once
 * @param domain the verifier's own name, such as the origin of its site
 */
public record Asked(String challenge, String domain) {}
