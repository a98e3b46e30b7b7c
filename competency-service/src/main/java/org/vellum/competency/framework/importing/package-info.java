/**
 * Frameworks that come from outside, a first time or again: what would change is shown to a
 * registrar, who decides.
 *
 * <p>Decision: what was received waits as a plan, with the moment when the framework here had last
 * changed. A plan is carried out whole, and only if nothing changed meanwhile; what its publisher
 * took away is retired and never deleted, and what stood before stays readable as a revision.
 */
@NullMarked
package org.vellum.competency.framework.importing;

import org.jspecify.annotations.NullMarked;
