package org.vellum.start;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one server writes about itself.
 *
 * @param folder its {@code logs}
 */
record ServerLog(Path folder) {

  /** Liberty's codes for an application, and a feature, that did not start. */
  private static final List<String> FAILURES = List.of("CWWKZ0002E", "CWWKF0001E", "CWWKF0033E");

  /** Makes the folder, and keeps what the last server wrote apart from what the next will. */
  void begin() throws IOException {
    Files.createDirectories(folder);
    if (Files.exists(messages())) {
      Files.move(messages(), folder.resolve("messages.previous.log"), REPLACE_EXISTING);
    }
  }

  Path messages() {
    return folder.resolve("messages.log");
  }

  Path console() {
    return folder.resolve("console.log");
  }

  /** The last lines, at most so many. */
  List<String> last(int lines) throws IOException {
    Path log = Files.exists(messages()) ? messages() : console();
    List<String> all = Files.exists(log) ? Files.readAllLines(log) : List.of();
    return all.subList(Math.max(0, all.size() - lines), all.size());
  }

  /** The message by which the server says that it will not get ready; it does not end by that. */
  Optional<String> failure() {
    try {
      return Files.exists(messages())
          ? Files.readAllLines(messages()).stream()
              .filter(line -> FAILURES.stream().anyMatch(line::contains))
              .findFirst()
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
