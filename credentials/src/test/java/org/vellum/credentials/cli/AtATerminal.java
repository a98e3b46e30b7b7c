package org.vellum.credentials.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who runs commands in a folder and reads what they say. */
abstract class AtATerminal {
  /** The passphrase that the terminal gives. */
  static final String PASSPHRASE = "correct horse";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Instant now;

  AtATerminal(Instant now) {
    this.now = now;
  }

  int run(String... arguments) {
    return run(new byte[0], arguments);
  }

  /** With something piped in. */
  int run(byte[] input, String... arguments) {
    out.reset();
    err.reset();
    return CredentialsCommand.run(terminal(input, PASSPHRASE), arguments);
  }

  Terminal terminal(byte[] input, String passphrase) {
    return new Terminal(
        new ByteArrayInputStream(input),
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8),
        Clock.fixed(now, ZoneOffset.UTC),
        Map.of(KeyFile.PASSPHRASE, passphrase));
  }

  /** What the last command wrote to standard output. */
  String printed() {
    return out.toString(UTF_8);
  }

  /** What the last command wrote to standard error. */
  String complained() {
    return err.toString(UTF_8);
  }

  String file(String name) {
    return folder.resolve(name).toString();
  }

  String read(String name) throws IOException {
    return java.nio.file.Files.readString(folder.resolve(name));
  }

  void write(String name, String text) throws IOException {
    write(name, text.getBytes(UTF_8));
  }

  void write(String name, byte[] content) throws IOException {
    java.nio.file.Files.write(folder.resolve(name), content);
  }
}
