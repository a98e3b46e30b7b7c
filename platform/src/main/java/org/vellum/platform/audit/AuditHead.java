package org.vellum.platform.audit;

import org.jspecify.annotations.Nullable;

/**
 * The end of the chain.
 *
 * @param position the last entry's, 0 before the first
 * @param hash the last entry's, empty before the first
 * @param seal a keyed hash over both, so that nobody can name an earlier entry the last; null
 *     before the first
 */
@SuppressWarnings("ArrayRecordComponent") // read and handed on, never compared
record AuditHead(long position, byte[] hash, byte @Nullable [] seal) {}
