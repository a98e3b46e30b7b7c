/**
 * Who the issuer is: its {@code did:web}, its Profile and the keys with which it signs.
 *
 * <p>Decision: private keys live in the database, encrypted under a secret that only the
 * configuration holds, so that every node signs with the same key and a copy of the database alone
 * signs nothing.
 */
@NullMarked
@Feature
package org.vellum.transcript.issuer;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
