/** Tests of social security numbers. */
@NullMarked
package org.vellum.finaid.ssn;

import org.jspecify.annotations.NullMarked;
