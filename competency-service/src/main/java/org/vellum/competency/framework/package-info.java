/**
 * Competency frameworks: CASE packages are imported, kept, adopted and shown.
 *
 * <p>Decision: each object is stored in two shapes, as it was received and as CASE 1.1 wants it
 * served. The first is never changed, so that an export can equal the import; the second is formed
 * once, at import, so that serving is reading. Only in a draft a change replaces both.
 */
@NullMarked
package org.vellum.competency.framework;

import org.jspecify.annotations.NullMarked;
