/** Tests of what the CASE service serves, against the official schemas. */
@NullMarked
package org.vellum.competency.framework.caseservice;

import org.jspecify.annotations.NullMarked;
