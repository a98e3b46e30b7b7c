/** Tests of the printed record. */
@NullMarked
package org.vellum.transcript.printing;

import org.jspecify.annotations.NullMarked;
