/** Tests of the competency service as a whole. */
@NullMarked
package org.vellum.competency;

import org.jspecify.annotations.NullMarked;
