package org.vellum.start;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The secrets of one installation: made at its first start, kept in {@code secrets.properties} in
 * the data folder for the own account alone, and given to the server as environment variables.
 */
final class Secrets {

  /** Configuration keys whose values are secrets and have no default. */
  private static final List<String> KEYS =
      List.of(
          "vellum.keystore.password",
          "vellum.platform.audit-secret",
          "vellum.platform.key-secret",
          "vellum.transcript.key-secret",
          "vellum.financial-aid.key-secret");

  private static final int BYTES = 32;
  private static final int SYLLABLES = 6;
  private static final String CONSONANTS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiou";

  private final Path file;
  private final Properties kept;
  private final SecureRandom random = new SecureRandom();

  private Secrets(Path file, Properties kept) {
    this.file = file;
    this.kept = kept;
  }

  /** Those kept in the data folder; the ones that are missing are made and kept. */
  static Secrets in(Path data) throws IOException {
    Path file = data.resolve("secrets.properties");
    Properties kept = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        kept.load(reader);
      }
    }
    Secrets secrets = new Secrets(file, kept);
    for (String key : KEYS) {
      kept.computeIfAbsent(key, missing -> secrets.unguessable());
    }
    secrets.keep();
    return secrets;
  }

  /** The secrets by the names of environment variables from which MicroProfile Config reads. */
  Map<String, String> environment() {
    return KEYS.stream()
        .collect(Collectors.toMap(Secrets::environmentName, key -> kept.getProperty(key)));
  }

  /** Passwords of these people, the same at every start. */
  Map<String, String> passwords(List<String> names) throws IOException {
    Map<String, String> passwords = new TreeMap<>();
    for (String name : names) {
      passwords.put(
          name, kept.computeIfAbsent("password." + name, missing -> sayable()).toString());
    }
    keep();
    return passwords;
  }

  /** {@code vellum.some.dashed-name} becomes {@code VELLUM_SOME_DASHED_NAME}. */
  static String environmentName(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private void keep() throws IOException {
    String lines =
        new TreeSet<>(kept.stringPropertyNames())
            .stream()
                .map(key -> key + "=" + kept.getProperty(key) + "\n")
                .collect(Collectors.joining());
    PrivateFiles.write(
        file, "# Made at the first start. Without these the data cannot be used.\n" + lines);
  }

  private String unguessable() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** About 36 bits, easy to type: the server allows few attempts. */
  private String sayable() {
    StringBuilder word = new StringBuilder();
    for (int syllable = 0; syllable < SYLLABLES; syllable++) {
      if (syllable > 0 && syllable % 2 == 0) {
        word.append('-');
      }
      word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
      word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
    }
    return word.toString();
  }
}
