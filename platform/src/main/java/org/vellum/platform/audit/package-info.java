/**
 * The audit log: every disclosure, signature, revocation, export and change of consent.
 *
 * <p>Decision: a chain of keyed hashes in one table: what was changed or removed afterwards is
 * found by reading the chain again, and the key is not in the database.
 */
@NullMarked
package org.vellum.platform.audit;

import org.jspecify.annotations.NullMarked;
