/**
 * The stories that must run, told from outside: over HTTP and in a browser, against the application
 * as it is deployed.
 *
 * <p>Decision: the same code loads the demonstration for {@code mvn -Pstart} and for these tests,
 * so what a newcomer sees is what is tested.
 */
@NullMarked
package org.vellum.system;

import org.jspecify.annotations.NullMarked;
