/**
 * Lets issuers sign so that learners can show parts, and learners derive those parts: the
 * cryptosuite {@code ecdsa-sd-2023} (W3C Data Integrity ECDSA Cryptosuites 1.0, section 3.5).
 *
 * <p>Decision: what a derived record says about itself is never more than what was signed; the
 * statement whether a record is complete is therefore not among those that are always shown.
 */
@NullMarked
package org.vellum.credentials.selective;

import org.jspecify.annotations.NullMarked;
