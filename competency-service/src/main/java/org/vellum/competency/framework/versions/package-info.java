/**
 * The life of a framework in versions: begun as a copy, compared, adopted, superseded, never gone.
 *
 * <p>Decision: a new version is a framework of its own with fresh identifiers, and {@code
 * replacedBy} associations in its own package lead to it from the items of its predecessor. So what
 * was adopted stays as it was, byte by byte, and what was attained keeps pointing at what was in
 * force.
 */
@NullMarked
package org.vellum.competency.framework.versions;

import org.jspecify.annotations.NullMarked;
