/**
 * A learner's record free of any format: what every format is written from and read into.
 *
 * <p>Decision: formats are never converted into each other pair by pair. Each has one reader and
 * one writer of this record, and each says as {@link Loss} what it could not carry, so that nothing
 * is lost in silence.
 */
@NullMarked
package org.vellum.credentials.record;

import org.jspecify.annotations.NullMarked;
