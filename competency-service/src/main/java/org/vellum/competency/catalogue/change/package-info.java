/**
 * Changes of the catalogue, as a whole and one by one: JSON is read, judged with a finding for each
 * fault, and taken in or refused.
 *
 * <p>Decision: what is sent alone is read and judged by the same code as the same thing in a whole
 * catalogue.
 */
@NullMarked
package org.vellum.competency.catalogue.change;

import org.jspecify.annotations.NullMarked;
