/** Tests of how documents are found and ordered, by a real database. */
@NullMarked
package org.vellum.competency.framework.caseservice.query;

import org.jspecify.annotations.NullMarked;
