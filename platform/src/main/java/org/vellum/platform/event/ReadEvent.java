package org.vellum.platform.event;

/**
 * An event that was read for a consumer.
 *
 * @param event a record of the contracts
 * @param context what the log knows of it
 */
public record ReadEvent(Record event, EventContext context) {}
