package org.vellum.finaid.export;

/**
 * How a record was published that may still say the same.
 *
 * @param sourceAsOf as of which time, in the text of an instant
 * @param fingerprint that of {@link ExportRecord#fingerprint}; 0 if what says the same is to be
 *     known by its hash
 */
public record Published(String sourceAsOf, long fingerprint) {}
