/**
 * Whether the application is started, live and ready, for whoever operates it.
 *
 * <p>Decision: parked events are shown and do not make the server unready: the other subjects go
 * on.
 */
@Feature(uses = {"org.vellum.platform.event"})
@NullMarked
package org.vellum.platform.health;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
