/**
 * Knows what was published, and so what changed since: for packages of changes, and for systems
 * that ask for changes.
 *
 * <p>Decision: of each record half of its hash is kept and the place in the event log at which it
 * last changed, so that a reader can go on from any package, not only from the last.
 */
@NullMarked
@Feature(uses = {"org.vellum.finaid.export"})
package org.vellum.finaid.delta;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
