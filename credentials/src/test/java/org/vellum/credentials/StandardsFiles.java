package org.vellum.credentials;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The published files of the standards, where they are present beside the project's root. */
public final class StandardsFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StandardsFiles() {}

  /** The text of a file; without it the test is skipped and says so. */
  public static String text(String path) {
    Path root = Path.of(System.getProperty("vellum.root", "..")).resolve("../shared/data");
    Path file = root.resolve(path).normalize();
    assumeTrue(
        Files.isReadable(file),
        () -> "SKIPPED: the standards' published file is not beside this project: " + path);
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JSON file. */
  public static ObjectNode json(String path) {
    return parse(text(path));
  }

  /** JSON that a test has as text. */
  public static ObjectNode parse(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
