/**
 * What is known of each learner: who they are, what they attained, which courses they completed.
 *
 * <p>Decision: the facts are kept as they were announced, each under its own identifier, and a
 * withdrawal is a fact beside them; so the order of arrival does not matter, reading an event twice
 * changes nothing, and the whole can be rebuilt from the event log.
 */
@NullMarked
@Feature
package org.vellum.transcript.records;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
