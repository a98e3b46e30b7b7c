/**
 * The command line: a file in, a report or a file out.
 *
 * <p>Decision: a command does nothing that the library does not; it reads its arguments, calls one
 * thing, prints, and says by its exit code how it went. Only here is the clock looked at, and only
 * where no instant was given.
 */
@NullMarked
package org.vellum.credentials.cli;

import org.jspecify.annotations.NullMarked;
