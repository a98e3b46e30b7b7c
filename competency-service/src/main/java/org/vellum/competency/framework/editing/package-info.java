/**
 * Drafts are changed in place, object by object, and reviewed before they are adopted.
 *
 * <p>Decision: whatever a page can do to a draft is put as a list of objects to be written or
 * removed, each with the fingerprint that it had when it was shown. So there is one way to change a
 * draft: one check that nobody was faster, one form for what is told of a change, and one undo.
 */
@NullMarked
package org.vellum.competency.framework.editing;

import org.jspecify.annotations.NullMarked;
