/**
 * A feature that uses another without declaring it, and so closes a circle.
 *
 * <p>Decision: declares nothing.
 */
@NullMarked
package org.vellum.violations.second;

import org.jspecify.annotations.NullMarked;
