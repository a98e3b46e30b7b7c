/**
 * The model of Open Badges 3.0, for writing credentials.
 *
 * <p>Decision: these records are only written, never read into. What comes from strangers is judged
 * as the tree that was signed; see {@code org.vellum.credentials.verification}.
 */
@NullMarked
package org.vellum.credentials.openbadges;

import org.jspecify.annotations.NullMarked;
