package org.vellum.testsupport.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of source files and of the methods in them, measured with the compiler's own parser. A
 * method is as long as the lines from its first annotation to its closing brace; its Javadoc is not
 * counted.
 */
final class Sizes {

  static final String RULE = "size";
  static final int LONGEST_FILE = 300;
  static final int LONGEST_METHOD = 40;

  private final List<Measure> files = new ArrayList<>();
  private final List<Measure> methods = new ArrayList<>();

  private Sizes() {}

  /**
   * One thing measured.
   *
   * @param name where it is
   * @param lines how long it is
   * @param excused whether it declares, with a reason, that it is longer than the limit
   */
  record Measure(String name, int lines, boolean excused) {}

  /** Measures every Java file below these folders; a folder that does not exist has none. */
  static Sizes of(Path... folders) {
    Sizes sizes = new Sizes();
    List<Path> sources = Stream.of(folders).flatMap(folder -> sources(folder).stream()).toList();
    if (!sources.isEmpty()) {
      sizes.measure(sources);
    }
    return sizes;
  }

  int fileCount() {
    return files.size();
  }

  /** Files and methods over the limits and not excused. */
  List<String> tooLong() {
    return Stream.concat(over(files, LONGEST_FILE), over(methods, LONGEST_METHOD)).toList();
  }

  /** The middle, the 90th percentile and the largest, in lines, of files and of methods. */
  String percentiles() {
    return "files: " + percentiles(files) + "; methods: " + percentiles(methods);
  }

  private static String percentiles(List<Measure> measures) {
    if (measures.isEmpty()) {
      return "none";
    }
    List<Integer> lines = measures.stream().map(Measure::lines).sorted().toList();
    return "%d, p50 %d, p90 %d, max %d"
        .formatted(lines.size(), at(lines, 0.5), at(lines, 0.9), at(lines, 1.0));
  }

  /** The smallest length that at least this part of all does not exceed (nearest rank). */
  private static int at(List<Integer> sorted, double part) {
    return sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
  }

  private static Stream<String> over(List<Measure> measures, int limit) {
    return measures.stream()
        .filter(measure -> measure.lines > limit && !measure.excused)
        .map(
            measure -> "%s has %d lines; at most %d".formatted(measure.name, measure.lines, limit));
  }

  private static List<Path> sources(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void measure(List<Path> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new Ruler(unit, positions).scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Walks through one source file. */
  private final class Ruler extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final LineMap lines;

    Ruler(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
      this.lines = unit.getLineMap();
    }

    @Override
    public @Nullable Void visitCompilationUnit(CompilationUnitTree node, @Nullable Void nothing) {
      boolean excused =
          node.getTypeDecls().stream()
              .anyMatch(type -> type instanceof ClassTree c && isExcused(c.getModifiers()));
      files.add(new Measure(fileName(), endLine(node), excused));
      return super.visitCompilationUnit(node, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree node, @Nullable Void nothing) {
      long start = positions.getStartPosition(unit, node);
      if (start >= 0) {
        int length = endLine(node) - (int) lines.getLineNumber(start) + 1;
        String name = fileName() + ", method " + node.getName();
        methods.add(new Measure(name, length, isExcused(node.getModifiers())));
      }
      return super.visitMethod(node, null);
    }

    private int endLine(Tree node) {
      return (int) lines.getLineNumber(positions.getEndPosition(unit, node) - 1);
    }

    private String fileName() {
      return Path.of(unit.getSourceFile().toUri()).getFileName().toString();
    }

    private boolean isExcused(ModifiersTree modifiers) {
      return modifiers.getAnnotations().stream().anyMatch(this::isExcuse);
    }

    private boolean isExcuse(AnnotationTree annotation) {
      String arguments = annotation.getArguments().toString();
      return annotation.getAnnotationType().toString().endsWith(Exceptions.ANNOTATION)
          && arguments.contains("rule = \"" + RULE + "\"");
    }
  }
}
