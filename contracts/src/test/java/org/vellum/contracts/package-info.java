/**
 * Holds the contracts to the architecture.
 *
 * <p>Decision: records without behaviour need no other test.
 */
@NullMarked
package org.vellum.contracts;

import org.jspecify.annotations.NullMarked;
