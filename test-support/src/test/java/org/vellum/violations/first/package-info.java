/**
 * A feature that declares what it uses.
 *
 * <p>Decision: its one use makes half of a circle.
 */
@Feature(uses = "org.vellum.violations.second")
@NullMarked
package org.vellum.violations.first;

import org.jspecify.annotations.NullMarked;
import org.vellum.violations.words.Feature;
