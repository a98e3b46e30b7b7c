/**
 * Time and chance, given to whoever needs them.
 *
 * <p>Decision: nothing else in the house asks the machine for the time or for a random number, so
 * every decision can be repeated in a test.
 */
@Feature(uses = {"org.vellum.platform.usecase"})
@NullMarked
package org.vellum.platform.time;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
