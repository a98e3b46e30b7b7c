/**
 * Signs credentials and checks their signatures (W3C Verifiable Credential Data Integrity 1.0).
 *
 * <p>Decision: a signature is computed over exactly the tree that is given, in three moves (what to
 * sign, sign, assemble) so that the key can live anywhere; signing returns a copy with the proof,
 * and neither direction ever repairs a document.
 */
@NullMarked
package org.vellum.credentials.proof;

import org.jspecify.annotations.NullMarked;
