/**
 * Starts Vellum on one machine for a first look, and for the system tests: checks the machine, runs
 * the server as a process of its own, loads the demonstration over the public interfaces, and stops
 * everything again.
 *
 * <p>Decision: this runs inside Maven's own JVM, which waits at Ctrl-C until the server has
 * stopped; the server itself runs on the JDK that Maven's toolchain chose.
 */
@NullMarked
package org.vellum.start;

import org.jspecify.annotations.NullMarked;
