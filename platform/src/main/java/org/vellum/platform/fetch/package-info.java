/**
 * Requests to servers whose addresses somebody else gave: to the public Internet only, and bounded
 * in size and time.
 *
 * <p>Decision: a client of our own over a socket to an address that was checked beforehand, because
 * a name that is looked up twice may lead inside the second time. The library of credentials, which
 * is used without this ground, has the same guard for its GET; a test of the transcript service
 * holds the two against each other.
 */
@Feature(
    uses = {
      "org.vellum.platform.configuration",
      "org.vellum.platform.json",
      "org.vellum.platform.usecase"
    })
@NullMarked
package org.vellum.platform.fetch;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
