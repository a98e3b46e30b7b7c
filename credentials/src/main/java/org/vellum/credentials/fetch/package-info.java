/**
 * Fetches documents from the public Internet for verifications, and keeps them for a while.
 *
 * <p>Decision: a GET of our own over a socket to an address that was checked beforehand, because
 * addresses come from strangers and a name looked up twice may lead inside the second time.
 */
@NullMarked
package org.vellum.credentials.fetch;

import org.jspecify.annotations.NullMarked;
