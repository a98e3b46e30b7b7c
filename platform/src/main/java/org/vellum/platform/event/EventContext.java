package org.vellum.platform.event;

import java.time.Instant;

/**
 * What the log knows of an event beside its content.
 *
 * @param position its number in the log, unique and rising with the order of writing
 * @param subject whom or what it is about
 * @param occurredAt when it was announced
 */
public record EventContext(long position, String subject, Instant occurredAt) {}
