package org.vellum.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vellum.start.Institution;

/**
 * Frameworks by the CASE service: a package against the same bytes as a static file of the same
 * server, whole and asked for conditionally; and thousands of documents, filtered and sorted.
 */
final class CaseServiceBenchmark {
  private static final int CLIENTS = 2;
  private static final int ROUNDS = 5;
  private static final int WARM_UPS = 2;
  private static final long ROUND_MILLIS = 1_000;
  private static final String GZIP = "Accept-Encoding: gzip";
  private static final String CASE = "/competency/ims/case/v1p1/";

  private CaseServiceBenchmark() {}

  static List<Figure> measure() throws Exception {
    try (StaticFiles files = StaticFiles.of(MeasuredServer.folder());
        MeasuredServer measured = MeasuredServer.started()) {
      URI address = measured.server().address();
      List<Figure> figures = new ArrayList<>();
      for (int items : new int[] {2_500, 25_000}) {
        figures.addAll(packages(measured.institution(), address, files, items));
      }
      figures.addAll(new ManyDocuments(measured.database(), address).figures());
      return figures;
    }
  }

  private static List<Figure> packages(
      Institution institution, URI server, StaticFiles files, int items) throws Exception {
    var framework = LargeFramework.of("of " + items, items);
    institution
        .registrar()
        .post("/competency/frameworks", "application/json", framework.toString().getBytes(UTF_8));
    String identifier = framework.at("/CFDocument/identifier").asText();
    URI address = server.resolve(CASE + "CFPackages/" + identifier);
    byte[] bytes = address.toURL().openStream().readAllBytes();
    URI file = files.put(server, identifier + ".json", bytes);
    String named =
        String.format(
            Locale.ROOT, "GET of a package with %,d items (%.1f MB)", items, bytes.length / 1e6);
    String known = "If-None-Match: " + new HttpLoad(address, List.of(), 200).header("ETag");
    HttpLoad[] loads = {
      new HttpLoad(address, List.of(), 200),
      new HttpLoad(file, List.of(), 200),
      new HttpLoad(address, List.of(GZIP), 200),
      new HttpLoad(file, List.of(GZIP), 200),
      new HttpLoad(address, List.of(known), 304)
    };
    double[] rates = rates(loads);
    double smaller = loads[2].size() / 1e6;
    return List.of(
        Figure.ofRates(named + " to the same bytes as a static file", rates[0], rates[1]),
        Figure.ofRates(
            String.format(
                Locale.ROOT,
                "%s, compressed (%.2f MB), to the static file, compressed by the server",
                named,
                smaller),
            rates[2],
            rates[3]),
        Figure.ofRates(
            named + ", conditional and unchanged, to the static file", rates[4], rates[1]));
  }

  /** Medians of rounds in which each load has its turn. */
  private static double[] rates(HttpLoad... loads) throws Exception {
    double[][] rates = new double[loads.length][ROUNDS];
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      for (int each = 0; each < loads.length; each++) {
        double rate = loads[each].rate(CLIENTS, ROUND_MILLIS);
        if (round >= 0) {
          rates[each][round] = rate;
        }
      }
    }
    return Arrays.stream(rates)
        .mapToDouble(each -> {
          Arrays.sort(each);
          return each[each.length / 2];
        })
        .toArray();
  }

  /**
   * A folder of files that the server sends as they are; told by a piece of configuration that is
   * there only while this measures.
   */
  private record StaticFiles(Path folder, Path configuration) implements AutoCloseable {

    static StaticFiles of(Path server) throws IOException {
      Path folder =
          Files.createDirectories(
              Files.createTempDirectory("vellum-benchmark").resolve("static.war"));
      Path configuration =
          Files.createDirectories(server.resolve("configDropins/overrides"))
              .resolve("case-service-benchmark.xml");
      Files.writeString(
          configuration,
          """
          <server>
            <webApplication id="static" name="static" contextRoot="/static-files" location="%s"/>
          </server>
          """
              .formatted(folder));
      return new StaticFiles(folder, configuration);
    }

    URI put(URI server, String name, byte[] bytes) throws IOException {
      Files.write(folder.resolve(name), bytes);
      return server.resolve("/static-files/" + name);
    }

    @Override
    public void close() throws IOException {
      Files.delete(configuration);
    }
  }
}
