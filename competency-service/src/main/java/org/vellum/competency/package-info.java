/**
 * The competency service as a whole: its Jakarta REST application and what happens when it starts.
 *
 * <p>Decision: everything that the service registers stands in one list that can be read at a
 * glance, since Liberty does not scan the EAR's shared jars.
 */
@NullMarked
package org.vellum.competency;

import org.jspecify.annotations.NullMarked;
