package org.vellum.transcript.sharing;

import java.util.UUID;

/**
 * Chosen achievements of a record, signed by the issuer as a record of their own.
 *
 * @param id last part of the credential's id
 * @param size how many achievements, at least 1
 * @param credential the ClrCredential (CLR 2.0) exactly as signed, JSON in UTF-8
 */
record Selection(UUID id, int size, String credential) {}
