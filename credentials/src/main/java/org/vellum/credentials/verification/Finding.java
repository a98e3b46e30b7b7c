package org.vellum.credentials.verification;

/**
 * One thing found while checking.
 *
 * @param severity how much it weighs
 * @param code a stable name, such as {@code revoked}
 * @param place the JSON pointer of the spot in the whole document, or {@code line:column} if the
 *     document could not be parsed
 * @param message a sentence for people, without the content of the credential
 * @param problemType the URL by which a standard knows this problem (VCDM 2.0, section 7.2; Data
 *     Integrity 1.0, section 4.7; Bitstring Status List 1.0, section 4); empty if none does
 */
public record Finding(
    Severity severity, String code, String place, String message, String problemType) {}
