package org.vellum.transcript.verification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * The outcome of verifying one document.
 *
 * @param checkedAt the instant at which the document was to hold
 * @param bytes how many bytes were checked
 * @param sha256 SHA-256 of these bytes in hexadecimal, by which a copy can be compared
 * @param picture the picture into which it was baked, as a {@code data:} address; empty if none
 * @param credential what was found
 */
public record Verification(
    Instant checkedAt,
    int bytes,
    String sha256,
    @JsonIgnore String picture,
    @JsonUnwrapped CredentialView credential) {}
