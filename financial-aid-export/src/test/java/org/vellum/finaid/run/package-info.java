/** The steps of runs, without a container. */
@NullMarked
package org.vellum.finaid.run;

import org.jspecify.annotations.NullMarked;
