package org.vellum.platform.audit;

import java.time.Instant;

/** An entry as it is kept and hashed. */
record AuditRow(
    long position,
    Instant recordedAt,
    String actor,
    String action,
    String subject,
    String details) {}
