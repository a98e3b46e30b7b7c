/**
 * Keeps every source file of the project in one format.
 *
 * <p>Decision: the check is a test, so that the one command that tests the project also checks it.
 */
@NullMarked
package org.vellum.testsupport.format;

import org.jspecify.annotations.NullMarked;
