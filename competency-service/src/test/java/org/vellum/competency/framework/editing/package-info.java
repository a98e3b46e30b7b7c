/** Tests of the editing of drafts. */
@NullMarked
package org.vellum.competency.framework.editing;

import org.jspecify.annotations.NullMarked;
