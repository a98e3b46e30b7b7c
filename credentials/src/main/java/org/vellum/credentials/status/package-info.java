/**
 * Lists of bits that say which credentials were revoked (W3C Bitstring Status List 1.0).
 *
 * <p>Decision: a list that comes from a stranger is inflated only up to a bound, so that a few
 * kilobytes cannot become gigabytes.
 */
@NullMarked
package org.vellum.credentials.status;

import org.jspecify.annotations.NullMarked;
