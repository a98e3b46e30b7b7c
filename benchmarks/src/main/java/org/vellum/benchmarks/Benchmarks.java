package org.vellum.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Runs the benchmarks that are asked for and prints their figures as a table. */
public final class Benchmarks {
  private Benchmarks() {}

  /**
   * One argument: the names of the benchmarks, with commas between them: {@code persistence},
   * {@code signing}, {@code credentials}, {@code xml}, {@code npm}, {@code rules}, {@code mastery},
   * {@code aid}, {@code server}, {@code case}, {@code import}, {@code roster}, {@code results},
   * {@code result-files}, {@code large-file}, {@code search}.
   */
  public static void main(String[] arguments) throws Exception {
    List<Figure> figures = new ArrayList<>();
    for (String name : arguments[0].split(",", -1)) {
      System.err.println("Measuring: " + name);
      figures.addAll(benchmark(name).measure());
    }
    print(figures, System.out);
  }

  /** Something that can be measured. */
  @FunctionalInterface
  interface Benchmark {
    List<Figure> measure() throws Exception;
  }

  private static Benchmark benchmark(String name) {
    return switch (name) {
      case "persistence" -> PersistenceComparison::measure;
      case "signing" -> CredentialFigures::ofVerifier;
      case "credentials" -> CredentialFigures::ofCredentials;
      case "xml" -> CredentialFigures::ofXml;
      case "npm" -> NpmBenchmark::measure;
      case "rules" -> RulesBenchmark::measure;
      case "mastery" -> MasteryBenchmark::measure;
      case "aid" -> AidBenchmark::measure;
      case "server" -> ServerBenchmark::measure;
      case "case" -> CaseServiceBenchmark::measure;
      case "import" -> ImportBenchmark::measure;
      case "roster" -> RosterBenchmark::measure;
      case "results" -> ResultsBenchmark::measure;
      case "result-files" -> ResultFiles::measure;
      case "large-file" -> LargeFileBenchmark::measure;
      case "search" -> SearchBenchmark::measure;
      default -> throw new IllegalArgumentException("There is no benchmark " + name + ".");
    };
  }

  private static void print(List<Figure> figures, PrintStream out) {
    out.println();
    out.println("| what | measured | baseline | ratio |");
    out.println("|---|---|---|---|");
    figures.forEach(figure ->
        out.printf(
            "| %s | %s | %s | %s |%n",
            figure.what(), figure.measured(), figure.baseline(), figure.ratio()));
  }
}
