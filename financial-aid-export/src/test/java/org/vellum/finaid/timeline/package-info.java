/** Tries what the aid office sees of a learner, over a real PostgreSQL. */
@NullMarked
package org.vellum.finaid.timeline;

import org.jspecify.annotations.NullMarked;
