/**
 * What a browser sees at the addresses of the CASE service.
 *
 * <p>Decision: an address is the same for a person and for a program; which of the two asks is told
 * by what they accept, or by {@code format=json} for a person who wants to see the JSON.
 */
@NullMarked
package org.vellum.competency.framework.caseservice.pages;

import org.jspecify.annotations.NullMarked;
