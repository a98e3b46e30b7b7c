package org.vellum.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.vellum.credentials.jsonld.Canonicalizer;

/**
 * The same credentials issued by Vellum and by {@code @digitalbazaar/vc} on Node.js, each in a
 * process of its own, by the processor time of the whole process. The packages are those that the
 * tests of {@code credentials} have installed.
 */
final class NpmBenchmark {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final long WARM_UP_NANOS = 10_000_000_000L;
  private static final long MEASURED_NANOS = 4_000_000_000L;
  private static final int BETWEEN_LOOKS = 20;

  private final Path root = Path.of(System.getProperty("vellum.root", "."));
  private final Path npm = root.resolve("credentials/target/npm");
  private final SampleCredentials samples = new SampleCredentials();

  private NpmBenchmark() {}

  static List<Figure> measure() throws Exception {
    NpmBenchmark benchmark = new NpmBenchmark();
    if (!Files.isDirectory(benchmark.npm.resolve("node_modules"))) {
      throw new IllegalStateException(
          "the npm packages are not there: run NpmComparisonTest of credentials once");
    }
    return List.of(
        benchmark.compare("an Open Badges 3.0 credential", benchmark.samples.badge(1), 60, 200),
        benchmark.compare(
            "a CLR 2.0 with 30 signed credentials inside", benchmark.samples.record(), 5, 15));
  }

  private Figure compare(String what, ObjectNode credential, int warmUps, int rounds)
      throws Exception {
    double theirs = theirs(credential, warmUps, rounds);
    double ours = ours(credential);
    String size = String.format(Locale.ROOT, " (%.1f kB)", credential.toString().length() / 1e3);
    return new Figure(
        "Signing " + what + size + " to @digitalbazaar/vc, by processor time of the process",
        String.format(Locale.ROOT, "%.0f µs", ours),
        String.format(Locale.ROOT, "%.0f µs", theirs),
        String.format(Locale.ROOT, "1/%.0f of the time", theirs / ours));
  }

  /**
   * The compiler of the JVM works in the same process: it gets its time before the count begins.
   */
  private double ours(ObjectNode credential) {
    signFor(WARM_UP_NANOS, credential);
    long before = SYSTEM.getProcessCpuTime();
    int rounds = signFor(MEASURED_NANOS, credential);
    return (SYSTEM.getProcessCpuTime() - before) / 1e3 / rounds;
  }

  /** Signs until the process has used so much processor time; returns how often. */
  private int signFor(long nanos, ObjectNode credential) {
    int rounds = 0;
    long begin = SYSTEM.getProcessCpuTime();
    while (SYSTEM.getProcessCpuTime() - begin < nanos) {
      for (int each = 0; each < BETWEEN_LOOKS; each++) {
        samples.sign(credential);
      }
      rounds += BETWEEN_LOOKS;
    }
    return rounds;
  }

  private double theirs(ObjectNode credential, int warmUps, int rounds)
      throws IOException, InterruptedException {
    Path script = npm.resolve("benchmark-sign.mjs");
    Files.copy(
        root.resolve("benchmarks/src/main/npm/sign.mjs"),
        script,
        StandardCopyOption.REPLACE_EXISTING);
    ObjectNode input = JSON.createObjectNode().put("warmUps", warmUps).put("rounds", rounds);
    input.set("credential", credential);
    ObjectNode contexts = input.putObject("contexts");
    Canonicalizer.contextDocuments().forEach(contexts::set);
    Path in = Files.createTempFile("vellum-npm", ".json");
    Path out = Files.createTempFile("vellum-npm", ".json");
    try {
      JSON.writeValue(in.toFile(), input);
      int ended =
          new ProcessBuilder("node", script.getFileName().toString())
              .directory(npm.toFile())
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor();
      JsonNode answer = JSON.readTree(out.toFile());
      if (ended != 0 || answer.path("proofs").asInt() != rounds) {
        throw new IllegalStateException("node did not sign; it ended with " + ended);
      }
      return answer.get("micros").asDouble();
    } finally {
      Files.delete(in);
      Files.delete(out);
    }
  }
}
