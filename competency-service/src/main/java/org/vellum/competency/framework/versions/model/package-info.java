/**
 * Compares two versions of a framework.
 *
 * <p>Decision: what is compared is what a reader sees, member by member as texts. Identifiers and
 * times of change differ between any two versions and say nothing.
 */
@NullMarked
package org.vellum.competency.framework.versions.model;

import org.jspecify.annotations.NullMarked;
