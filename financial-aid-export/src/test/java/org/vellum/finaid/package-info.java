/** The rules of the house, for this module. */
@NullMarked
package org.vellum.finaid;

import org.jspecify.annotations.NullMarked;
