/** Tests of how packages are read and judged; no database is needed. */
@NullMarked
package org.vellum.competency.framework.casepackage;

import org.jspecify.annotations.NullMarked;
