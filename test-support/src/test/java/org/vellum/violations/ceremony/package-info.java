/**
 * Names and shapes that say nothing.
 *
 * <p>Decision: a short collection.
 */
@NullMarked
package org.vellum.violations.ceremony;

import org.jspecify.annotations.NullMarked;
