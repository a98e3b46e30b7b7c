/**
 * Pages for people: one layout, one style sheet, templates that escape what they print.
 *
 * <p>Decision: pages are made on the server from the results that machines get as JSON, and work
 * without scripts.
 */
@NullMarked
package org.vellum.platform.pages;

import org.jspecify.annotations.NullMarked;
