/**
 * Checks that the demonstration institution's files are sound and fit together.
 *
 * <p>Decision: they read the files apart from the code that loads them, so that neither can hide
 * the other's mistake.
 */
@NullMarked
package org.vellum.start;

import org.jspecify.annotations.NullMarked;
