/**
 * Shows that what is told of learners is kept as told.
 *
 * <p>Decision: events are given to the consumer as the log would give them, against a real
 * database.
 */
@NullMarked
package org.vellum.transcript.records;

import org.jspecify.annotations.NullMarked;
