/**
 * Serves frameworks by the CASE service, versions 1.0 and 1.1 (CASE 1.1, REST binding).
 *
 * <p>Decision: there is one stored form, that of 1.1, and one set of operations; a version is a
 * form made by leaving out, and the words of its errors. A package is put together once for a state
 * of its framework, into a file, and then only sent.
 */
@NullMarked
package org.vellum.competency.framework.caseservice;

import org.jspecify.annotations.NullMarked;
