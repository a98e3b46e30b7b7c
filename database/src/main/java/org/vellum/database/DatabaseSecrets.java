package org.vellum.database;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The passwords of the bundled PostgreSQL, made once and kept beside the cluster in a file that
 * only the server's account may read.
 *
 * @param superuser of the role {@code postgres}, used to set up and to stop
 * @param application of the role {@code vellum}, which owns the database and nothing else
 */
record DatabaseSecrets(String superuser, String application) {

  private static final int BYTES = 32;

  /** The kept ones, or new ones, which are then kept. */
  static DatabaseSecrets keptIn(DatabaseFolder folder) throws IOException, DatabaseUnavailable {
    if (Files.exists(folder.secrets())) {
      return read(folder);
    }
    if (Files.exists(folder.cluster())) {
      throw new DatabaseUnavailable(
          "The passwords of the database are missing: restore the file " + folder.secrets() + ".");
    }
    SecureRandom random = new SecureRandom();
    DatabaseSecrets fresh = new DatabaseSecrets(secret(random), secret(random));
    OwnerOnly.write(
        folder.secrets(),
        "superuser=%s%napplication=%s%n".formatted(fresh.superuser, fresh.application));
    return fresh;
  }

  private static DatabaseSecrets read(DatabaseFolder folder)
      throws IOException, DatabaseUnavailable {
    Properties kept = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.secrets())) {
      kept.load(reader);
    }
    String superuser = kept.getProperty("superuser");
    String application = kept.getProperty("application");
    if (superuser == null || application == null) {
      throw new DatabaseUnavailable(
          "The file " + folder.secrets() + " lacks a password: restore it from a backup.");
    }
    return new DatabaseSecrets(superuser, application);
  }

  private static String secret(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Says nothing, so that no log can. */
  @Override
  public String toString() {
    return "DatabaseSecrets[…]";
  }
}
