/**
 * The keys with which this installation signs tokens for other systems, and their change.
 *
 * <p>Decision: a new key is published a day before it signs and stays published a week after the
 * next one took over, so whoever keeps a copy of our key set for a while never meets a token that
 * it cannot verify; the private halves are kept encrypted (RFC 7517, section 7).
 */
@Feature(
    uses = {
      "org.vellum.platform.audit",
      "org.vellum.platform.configuration",
      "org.vellum.platform.pages",
      "org.vellum.platform.problem",
      "org.vellum.platform.security",
      "org.vellum.platform.usecase"
    })
@NullMarked
package org.vellum.platform.signing;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
