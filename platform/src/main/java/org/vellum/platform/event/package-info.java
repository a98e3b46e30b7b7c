/**
 * The event log: what services tell each other, kept for ever and read in order.
 *
 * <p>Decision: a table in the publisher's own transaction instead of a message broker: an event
 * exists exactly if its fact does, and a reader can begin again from the first.
 */
@Feature(
    uses = {
      "org.vellum.platform.json",
      "org.vellum.platform.persistence",
      "org.vellum.platform.usecase"
    })
@NullMarked
package org.vellum.platform.event;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
