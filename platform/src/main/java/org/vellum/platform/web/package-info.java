/**
 * What every service's Jakarta REST application registers: filters, readers, writers, the answer to
 * errors.
 *
 * <p>Decision: Liberty does not scan the EAR's library for providers, so they are listed here once
 * and every application takes the list.
 */
@NullMarked
package org.vellum.platform.web;

import org.jspecify.annotations.NullMarked;
