/** What is known of what was published. */
@NullMarked
package org.vellum.finaid.delta;

import org.jspecify.annotations.NullMarked;
