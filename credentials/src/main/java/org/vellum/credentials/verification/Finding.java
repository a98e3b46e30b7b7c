package org.vellum.credentials.verification;

/**
 * One thing found while checking.
 *
 * @param code a stable name, such as {@code revoked}
 * @param place the JSON pointer of the spot in the whole document, or {@code line:column} if the
 *     document could not be parsed
 * @param message a sentence for people, without the content of the credential
 */
public record Finding(String code, String place, String message) {}
