/**
 * Keeps the keys that issuers sign with and writes them as Multikey and did:web.
 *
 * <p>Decision: the security provider is chosen once, when the class is loaded, and passed with
 * every call; the JVM's own list of providers is never reordered, because other parts of the same
 * server rely on it.
 */
@NullMarked
package org.vellum.credentials.key;

import org.jspecify.annotations.NullMarked;
