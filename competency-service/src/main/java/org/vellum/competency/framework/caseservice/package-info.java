/**
 * Serves frameworks by the CASE service (CASE 1.1, REST binding).
 *
 * <p>Decision: a package is written to the client row by row from the texts that were formed at
 * import; what an object needs outside its package (CFDocumentURI, CFPackageURI) is added on the
 * way.
 */
@NullMarked
package org.vellum.competency.framework.caseservice;

import org.jspecify.annotations.NullMarked;
