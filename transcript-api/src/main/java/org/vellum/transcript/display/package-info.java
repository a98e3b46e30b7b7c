/**
 * Shows a signed record to people: what stands in it, grouped and counted.
 *
 * <p>Decision: a page is made from the signed document alone, so that what a person reads is what
 * the issuer signed; only whether a credential was revoked since, and the learner's name, come from
 * beside it.
 */
@NullMarked
@Feature(uses = {"org.vellum.transcript.status"})
package org.vellum.transcript.display;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
