/**
 * Checks that the start says in one sentence what is wrong and leaves nothing behind, and that the
 * demonstration institution's files are sound and fit together.
 *
 * <p>Decision: the files are read apart from the code that loads them, so that neither can hide the
 * other's mistake; and the server is a stand-in of a few lines, since the real one is started by
 * the system tests.
 */
@NullMarked
package org.vellum.start;

import org.jspecify.annotations.NullMarked;
