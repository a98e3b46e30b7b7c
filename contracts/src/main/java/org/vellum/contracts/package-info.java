/**
 * What the services tell each other, as events: facts that have happened, in the words of the
 * standards, carrying all that a reader needs so that nobody has to ask back.
 *
 * <p>Decision: plain records of JDK types only. A reader keeps its own projection of what it reads,
 * so an event is a complete snapshot of the fact at the instant it became true, and is never
 * changed afterwards: a new shape of an event is a new type.
 */
@NullMarked
package org.vellum.contracts;

import org.jspecify.annotations.NullMarked;
