package org.vellum.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the bundled PostgreSQL keeps everything: the cluster with the rows, and beside it the
 * passwords, the port, the logs and the unpacked programs. Only the server's account may read it.
 *
 * @param path the folder, absolute
 */
record DatabaseFolder(Path path) {

  /**
   * The folder, made if it is missing.
   *
   * @throws DatabaseUnavailable when it cannot be made or written
   */
  static DatabaseFolder prepared(Path path) throws DatabaseUnavailable {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      OwnerOnly.folder(absolute);
      Path probe = absolute.resolve(".writable");
      OwnerOnly.write(probe, "");
      Files.delete(probe);
      return new DatabaseFolder(absolute.toRealPath());
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          "The database folder " + absolute + " cannot be written: " + reason(e) + ".", e);
    }
  }

  Path cluster() {
    return path.resolve("cluster");
  }

  Path secrets() {
    return path.resolve("secrets.properties");
  }

  Path lock() {
    return path.resolve("lock");
  }

  Path logs() {
    return path.resolve("logs");
  }

  Path programs() {
    return path.resolve("programs");
  }

  /** The port of the last start. */
  Optional<Integer> rememberedPort() throws IOException {
    try {
      return Optional.of(Integer.valueOf(Files.readString(portFile()).strip()));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  void rememberPort(int port) throws IOException {
    OwnerOnly.write(portFile(), port + "\n");
  }

  private Path portFile() {
    return path.resolve("port");
  }

  /** What an exception of the file system says, with its kind where the message is only a path. */
  static String reason(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
  }
}
