package org.vellum.credentials.json;

/**
 * Something that a lenient reader put up with, or the reason why it could not read.
 *
 * @param code a stable name, such as {@code crc} or {@code unix-time}
 * @param place the JSON pointer of the spot; for an image its byte ({@code byte 33}) or the line
 *     and column ({@code 3:14}); empty for the whole
 * @param message a sentence for people, without the content of the credential
 */
public record Remark(String code, String place, String message) {}
