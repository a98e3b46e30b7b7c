/**
 * What a school sets for a program, checked against the federal minimums.
 *
 * <p>Decision: parameters are data and rules are code; a parameter that a rule forbids is a finding
 * with its citation, not an exception.
 */
@NullMarked
@Feature(uses = "org.vellum.finaid.measure")
package org.vellum.finaid.program.model;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
