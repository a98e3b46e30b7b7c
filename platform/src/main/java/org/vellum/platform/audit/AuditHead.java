package org.vellum.platform.audit;

/** The end of the chain: the last entry's position, 0 before the first, and its hash. */
@SuppressWarnings("ArrayRecordComponent") // read and handed on, never compared
record AuditHead(long position, byte[] hash) {}
