/**
 * The audit log: every disclosure, signature, revocation, export and change of consent.
 *
 * <p>Decision: a chain of keyed hashes in one table: what was changed or removed afterwards is
 * found by reading the chain again, and the key is not in the database.
 */
@Feature(
    uses = {
      "org.vellum.platform.configuration",
      "org.vellum.platform.json",
      "org.vellum.platform.pages",
      "org.vellum.platform.persistence",
      "org.vellum.platform.security",
      "org.vellum.platform.usecase"
    })
@NullMarked
package org.vellum.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
