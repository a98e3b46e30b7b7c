package org.vellum.credentials.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Console;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.VerificationKey;

/**
 * An issuer's key as a file: what a controller document says of it, and the private half as PKCS #8
 * EncryptedPrivateKeyInfo in Base64, under a passphrase.
 */
final class KeyFile {
  /** The passphrase for who runs the command in a script. */
  static final String PASSPHRASE = "VELLUM_KEY_PASSPHRASE";

  private static final String SECRET = "encryptedPrivateKey";
  private static final int SHORTEST = 8;

  private KeyFile() {}

  static byte[] write(IssuerKey key, char[] passphrase) {
    if (passphrase.length < SHORTEST) {
      throw new CommandFailed(
          ExitCode.USAGE, "A passphrase has at least " + SHORTEST + " characters.");
    }
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.setAll(key.verificationKey().toJson());
    file.put(SECRET, Base64.getEncoder().encodeToString(key.encryptedPkcs8(passphrase)));
    return Output.json(file);
  }

  /**
   * The key in a file.
   *
   * @throws CommandFailed if it is no key file, or the passphrase is wrong
   */
  static IssuerKey read(Path path, char[] passphrase) {
    ObjectNode file = Json.object(Files.read(path));
    if (file.has("revoked") || file.has("expires")) {
      throw new CommandFailed(ExitCode.INVALID, path + ": this key has ended; it signs no more.");
    }
    try {
      return IssuerKey.decrypt(
          file.path("id").asText(),
          Base64.getDecoder().decode(file.path(SECRET).asText()),
          file.path("publicKeyMultibase").asText(),
          passphrase);
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(
          ExitCode.INVALID, path + ": wrong passphrase, or not a key file of this program.");
    } finally {
      Arrays.fill(passphrase, ' ');
    }
  }

  /** The public half of the key in a file; needs no passphrase. */
  static ObjectNode published(Path path) {
    ObjectNode file = Json.object(Files.read(path));
    if (!file.has("publicKeyMultibase") || !file.has("controller")) {
      throw new CommandFailed(ExitCode.INVALID, path + " is not a key file.");
    }
    file.remove(SECRET);
    return file;
  }

  /** What the key's controller publishes of it. */
  static VerificationKey verificationKey(Path path) {
    ObjectNode key = published(path);
    return new VerificationKey(
        key.path("id").asText(),
        key.path("controller").asText(),
        key.path("publicKeyMultibase").asText(),
        instant(path, key, "expires"),
        instant(path, key, "revoked"));
  }

  /** Writes the end of a key into its file. */
  static void end(Path path, @Nullable Instant expires, @Nullable Instant revoked) {
    published(path);
    ObjectNode file = Json.object(Files.read(path));
    if (expires != null) {
      file.put("expires", expires.toString());
    }
    if (revoked != null) {
      file.put("revoked", revoked.toString());
    }
    Files.replaceSecret(path, Output.json(file));
  }

  private static @Nullable Instant instant(Path path, ObjectNode key, String end) {
    try {
      return key.has(end) ? Instant.parse(key.path(end).asText()) : null;
    } catch (DateTimeException e) {
      throw new CommandFailed(ExitCode.INVALID, path + ": " + end + " is not an instant.");
    }
  }

  /** The passphrase from the environment, else as typed by a person. */
  static char[] passphrase(Map<String, String> environment, @Nullable Console console) {
    String given = environment.get(PASSPHRASE);
    if (given != null) {
      return given.toCharArray();
    }
    char[] typed = console == null ? null : console.readPassword("Passphrase of the key: ");
    if (typed == null) {
      throw new CommandFailed(
          ExitCode.USAGE, "The passphrase of the key is missing: set " + PASSPHRASE + ".");
    }
    return typed;
  }
}
