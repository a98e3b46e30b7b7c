/**
 * Turns a JSON-LD credential into the canonical bytes that are signed, or refuses.
 *
 * <p>Decision: nothing is canonicalised that was not first walked by our own rules against compiled
 * term tables, because a JSON-LD processor drops what it does not understand, and what is dropped
 * is not signed. The processor behind the walk (titanium, and with it {@code jakarta.json}) is
 * known only to {@code TitaniumQuads} and can be replaced there.
 */
@NullMarked
package org.vellum.credentials.jsonld;

import org.jspecify.annotations.NullMarked;
