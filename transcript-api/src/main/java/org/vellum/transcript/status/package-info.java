/**
 * Says whether a credential still holds: Bitstring Status List 1.0, and the reason of a revocation.
 *
 * <p>Decision: the bits of a list are not stored; they are read from the entries when the list is
 * signed, so that an entry and its bit cannot disagree.
 */
@NullMarked
@Feature(uses = {"org.vellum.transcript.issuer"})
package org.vellum.transcript.status;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
