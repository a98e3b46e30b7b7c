package org.vellum.credentials.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Reads what is given, from a file or from standard input, and writes what is made. */
final class Files {
  /** A document larger than this is not read: 64 MB. */
  private static final int LARGEST = 64 * 1024 * 1024;

  private static final String STANDARD = "-";

  private Files() {}

  /**
   * The bytes of a file, or of standard input for {@code -}.
   *
   * @throws CommandFailed if there are none, or too many
   */
  static byte[] read(String name, InputStream standardInput) {
    try {
      if (name.equals(STANDARD)) {
        return bounded(standardInput, "what was piped in");
      }
      try (InputStream in = java.nio.file.Files.newInputStream(Path.of(name))) {
        return bounded(in, name);
      }
    } catch (NoSuchFileException e) {
      throw new CommandFailed(ExitCode.NO_INPUT, "There is no file " + name + ".");
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailed(ExitCode.NO_INPUT, name + " cannot be read.");
    }
  }

  /** The bytes of a file. */
  static byte[] read(Path path) {
    return read(path.toString(), InputStream.nullInputStream());
  }

  private static byte[] bounded(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new CommandFailed(
          ExitCode.UNCHECKED, name + " is larger than " + LARGEST / (1024 * 1024) + " MB.");
    }
    return bytes;
  }

  /** Writes to standard output for {@code -}, else into a file, which may be there already. */
  static void write(String name, byte[] bytes, PrintStream standardOutput) {
    if (name.equals(STANDARD)) {
      standardOutput.write(bytes, 0, bytes.length);
      standardOutput.flush();
      return;
    }
    write(Path.of(name), bytes, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
  }

  /** Writes a secret into a file of its own, which only its owner may read; never over another. */
  static void writeSecret(Path path, byte[] bytes) {
    try {
      create(path);
    } catch (FileAlreadyExistsException e) {
      throw new CommandFailed(ExitCode.NO_OUTPUT, path + " is there already.");
    } catch (IOException e) {
      throw new CommandFailed(ExitCode.NO_OUTPUT, path + " cannot be written.");
    }
    write(path, bytes, StandardOpenOption.WRITE);
  }

  /** Writes a secret in the place of another, whole or not at all. */
  static void replaceSecret(Path path, byte[] bytes) {
    Path next = path.resolveSibling(path.getFileName() + ".new");
    writeSecret(next, bytes);
    try {
      java.nio.file.Files.move(
          next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CommandFailed(ExitCode.NO_OUTPUT, path + " cannot be replaced.");
    }
  }

  private static void create(Path path) throws IOException {
    try {
      var ownersOnly = PosixFilePermissions.fromString("rw-------");
      java.nio.file.Files.createFile(path, PosixFilePermissions.asFileAttribute(ownersOnly));
    } catch (UnsupportedOperationException e) {
      // A file system without such permissions: the folder's own rights have to do.
      java.nio.file.Files.createFile(path);
    }
  }

  private static void write(Path path, byte[] bytes, StandardOpenOption... how) {
    try (var out = java.nio.file.Files.newOutputStream(path, how)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new CommandFailed(ExitCode.NO_OUTPUT, path + " cannot be written.");
    }
  }
}
