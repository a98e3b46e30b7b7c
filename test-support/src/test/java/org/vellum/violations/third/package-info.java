/**
 * A feature that declares a use that it does not have.
 *
 * <p>Decision: keeps an outdated declaration.
 */
@Feature(uses = "org.vellum.violations.first")
@NullMarked
package org.vellum.violations.third;

import org.jspecify.annotations.NullMarked;
import org.vellum.violations.words.Feature;
