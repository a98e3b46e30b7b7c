/**
 * Terms, which are payment periods by themselves, and the academic years that are made of them.
 *
 * <p>Decision: a subscription period is a term (FSA Handbook 2025-26, volume 3, chapter 1), so that
 * one rule makes the years of both.
 */
@NullMarked
@Feature(
    uses = {"org.vellum.finaid.loan", "org.vellum.finaid.measure", "org.vellum.finaid.progress"})
package org.vellum.finaid.term.model;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
