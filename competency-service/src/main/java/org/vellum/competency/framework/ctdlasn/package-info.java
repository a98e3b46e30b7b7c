/**
 * CTDL-ASN, in which the Credential Registry and others write frameworks as JSON-LD.
 *
 * <p>Decision: no standard says how CTDL-ASN and CASE correspond, so what is read here is a
 * proposal (docs/standards/ctdl-asn.md). Each node is kept whole in the extensions of what is made
 * of it; an export begins with the node and changes only what has changed, so that nothing is lost
 * on the way.
 */
@NullMarked
package org.vellum.competency.framework.ctdlasn;

import org.jspecify.annotations.NullMarked;
