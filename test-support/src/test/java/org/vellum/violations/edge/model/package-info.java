/**
 * A model that is not pure.
 *
 * <p>Decision: looks out of its package.
 */
@NullMarked
package org.vellum.violations.edge.model;

import org.jspecify.annotations.NullMarked;
