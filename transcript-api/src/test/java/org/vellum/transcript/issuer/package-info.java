/**
 * Shows that one key signs, and that what it signed outlives it.
 *
 * <p>Decision: two nodes are two signers over one database.
 */
@NullMarked
package org.vellum.transcript.issuer;

import org.jspecify.annotations.NullMarked;
