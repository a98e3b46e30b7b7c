package org.vellum.testsupport;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The standards' official schemas and real data, which are not ours to pass on: a test may read
 * them where they lie beside the project's root.
 */
public final class SharedData {

  private SharedData() {}

  /**
   * A file or folder of the reference material, relative to its root, such as {@code
   * case/dev-frameworks-smarterbalanced}. Where it is absent the calling test is skipped, and says
   * so on standard error too, so that a build that checked less does not look like one that checked
   * all.
   */
  public static Path path(String relative) {
    Path root = Path.of(System.getProperty("vellum.root", "..")).toAbsolutePath().normalize();
    return under(root.resolveSibling("shared").resolve("data"), relative, System.err);
  }

  static Path under(Path data, String relative, PrintStream loud) {
    Path path = data.resolve(relative);
    if (!Files.exists(path)) {
      String message = "SKIPPED: the reference material is not present: " + path;
      loud.println(message);
      Assumptions.abort(message);
    }
    return path;
  }
}
