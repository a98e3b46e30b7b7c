/** Tests of this feature's rules beside the vectors. */
@NullMarked
package org.vellum.finaid.subscription.model;

import org.jspecify.annotations.NullMarked;
