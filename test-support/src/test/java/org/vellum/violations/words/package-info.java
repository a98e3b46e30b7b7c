/**
 * The annotations that the rules know by name, as a module that stands alone would declare them.
 *
 * <p>Decision: the platform cannot be used here, for it is tested with these rules.
 */
@NullMarked
package org.vellum.violations.words;

import org.jspecify.annotations.NullMarked;
