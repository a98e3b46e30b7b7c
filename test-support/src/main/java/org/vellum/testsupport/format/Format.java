package org.vellum.testsupport.format;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks or rewrites the format of every Java source file of the project. */
public final class Format {

  /** What a person types to have every file rewritten. */
  public static final String COMMAND = "mvn -Pformat";

  private final Path root;

  /** Looks after the project in this root folder. */
  public Format(Path root) {
    this.root = root;
  }

  /**
   * {@code --check ROOT} lists the files that are not in the format and exits with 1 if there are
   * any; {@code --write ROOT} rewrites and lists them.
   */
  public static void main(String... arguments) {
    if (arguments.length != 2 || !List.of("--check", "--write").contains(arguments[0])) {
      System.err.println("usage: Format --check|--write ROOT");
      System.exit(2);
    }
    boolean write = arguments[0].equals("--write");
    Format format = new Format(Path.of(arguments[1]));
    List<Path> files = write ? format.write() : format.check();
    files.forEach(System.out::println);
    System.out.printf("%d files %s%n", files.size(), write ? "rewritten" : "not in the format");
    if (!write && !files.isEmpty()) {
      System.exit(1);
    }
  }

  /** The source files, relative to the root, whose text is not what the formatter would write. */
  public List<Path> check() {
    return sources().parallelStream()
        .filter(file -> rewritten(file).isPresent())
        .map(root::relativize)
        .toList();
  }

  /** Rewrites the files that need it and gives them, relative to the root. */
  public List<Path> write() {
    List<Path> needed = check();
    for (Path file : needed) {
      rewritten(root.resolve(file)).ifPresent(text -> save(root.resolve(file), text));
    }
    return needed;
  }

  private List<Path> sources() {
    List<Path> sources = new ArrayList<>();
    try {
      Files.walkFileTree(root, new Collector(root, sources));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }

  private static Optional<String> rewritten(Path file) {
    try {
      String text = Files.readString(file);
      return Optional.of(new Formatter().formatSourceAndFixImports(text))
          .filter(formatted -> !formatted.equals(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormatterException e) {
      throw new IllegalStateException(file + " cannot be parsed: " + e.getMessage(), e);
    }
  }

  private static void save(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gathers Java files; build output and hidden folders are not source. */
  private static final class Collector extends SimpleFileVisitor<Path> {

    private final Path root;
    private final List<Path> sources;

    Collector(Path root, List<Path> sources) {
      this.root = root;
      this.sources = sources;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = folder.getFileName().toString();
      boolean skipped = !folder.equals(root) && (name.equals("target") || name.startsWith("."));
      return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (file.toString().endsWith(".java")) {
        sources.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
