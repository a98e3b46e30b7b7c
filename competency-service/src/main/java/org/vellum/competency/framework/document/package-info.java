/**
 * A framework as a document that a committee reads: Markdown, or a PDF with tags.
 *
 * <p>Decision: both are written from one outline, so that they say the same.
 */
@NullMarked
package org.vellum.competency.framework.document;

import org.jspecify.annotations.NullMarked;
