/**
 * Technology away from its place.
 *
 * <p>Decision: each type misuses one technology.
 */
@NullMarked
package org.vellum.violations.edge;

import org.jspecify.annotations.NullMarked;
