package org.vellum.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a document of the project that is made from code. It stands between the lines {@code
 * <!-- generated: NAME -->} and {@code <!-- end: NAME -->}; the rest is written by hand.
 */
public final class GeneratedSection {
  private static final String WRITE = "write";

  private final Path document;
  private final String name;

  private GeneratedSection(Path document, String name) {
    this.document = document;
    this.name = name;
  }

  /**
   * A section.
   *
   * @param document path from the project's root, such as {@code docs/configuration.md}
   * @param name what stands in its first and last line
   */
  public static GeneratedSection of(String document, String name) {
    return new GeneratedSection(
        Path.of(System.getProperty("vellum.root", "..")).resolve(document), name);
  }

  /**
   * Compares the section with what the code says now; with the system property {@code vellum.docs}
   * set to {@code write}, writes it first.
   */
  public void is(String generated) throws IOException {
    String begin = "<!-- generated: " + name + " -->\n";
    String text = Files.readString(document);
    int from = text.indexOf(begin);
    int to = text.indexOf("<!-- end: " + name + " -->");
    assertThat(from).as("the line %s in %s", begin.strip(), document).isNotNegative();
    assertThat(to).as("the end of the section %s in %s", name, document).isGreaterThan(from);
    String section = text.substring(from + begin.length(), to);
    if (WRITE.equals(System.getProperty("vellum.docs"))) {
      Files.writeString(
          document, text.substring(0, from + begin.length()) + generated + text.substring(to));
      section = generated;
    }
    assertThat(section)
        .as("%s, section %s; rewrite it with mvn -Dvellum.docs=write verify", document, name)
        .isEqualTo(generated);
  }

  /** The names of the module's source files, without {@code .java}, that hold a text. */
  public static Set<String> sourcesWith(String text) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> read(file).contains(text))
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .collect(Collectors.toSet());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
