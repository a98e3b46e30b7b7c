/** Runs as jobs, interrupted wherever they can be. */
@NullMarked
package org.vellum.finaid.run.batch;

import org.jspecify.annotations.NullMarked;
