package org.vellum.credentials.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import org.vellum.credentials.architecture.ArchitectureException;

/**
 * What a command sees of the world: its input, its outputs, and the clock for who gives no instant.
 *
 * @param in standard input
 * @param out for what was asked for
 * @param err for people: errors, progress, what was lost
 * @param clock the time, where none is given
 * @param environment the variables of the shell
 */
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Clock clock,
    Map<String, String> environment) {

  /** Copies the variables. */
  Terminal {
    environment = Map.copyOf(environment);
  }

  /** The real one. */
  @ArchitectureException(
      rule = "time",
      reason = "the outermost edge: below it, the instant is an argument of everything")
  static Terminal standard() {
    return new Terminal(System.in, System.out, System.err, Clock.systemUTC(), System.getenv());
  }

  /** The passphrase from the environment, else as typed by a person. */
  char[] passphrase() {
    return KeyFile.passphrase(environment, System.console());
  }
}
