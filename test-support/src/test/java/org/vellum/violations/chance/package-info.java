/**
 * Code that takes time and chance for itself.
 *
 * <p>Decision: takes them in each way that there is.
 */
@NullMarked
package org.vellum.violations.chance;

import org.jspecify.annotations.NullMarked;
