package org.vellum.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.vellum.testsupport.ElasticsearchNode;

/**
 * A node of Elasticsearch, asked by its own interface.
 *
 * @param node the node
 * @param http the connections to it
 */
record SearchNode(ElasticsearchNode node, HttpClient http) implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAGE = 1_000;

  /** As much as the application sends at once. */
  private static final int BULK_CHARACTERS = 5_000_000;

  /** Starts one with a heap of so many megabytes, and waits until it answers. */
  static SearchNode start(int heapMegabytes) {
    return new SearchNode(
        ElasticsearchNode.beginMeasured("measured", heapMegabytes).awaitNodes(1),
        HttpClient.newHttpClient());
  }

  /** Asks for something, and demands that it is answered. */
  JsonNode ask(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(node.url() + path))
            .header(
                "Content-Type",
                path.endsWith("/_bulk") ? "application/x-ndjson" : "application/json")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /** Bytes of the heap that are in use after a collection. */
  long alive() throws Exception {
    String process = first(ask("GET", "/_nodes/process", "")).at("/process/id").asText();
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    int code =
        new ProcessBuilder(jcmd.toString(), process, "GC.run")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException("no collection: jcmd ended with " + code);
    }
    return first(ask("GET", "/_nodes/stats/jvm", "")).at("/jvm/mem/heap_used_in_bytes").asLong();
  }

  private static JsonNode first(JsonNode nodes) {
    return nodes.path("nodes").elements().next();
  }

  /** Bytes that an index takes on the disk. */
  long disk(String index) throws Exception {
    ask("POST", "/" + index + "/_flush", "");
    return ask("GET", "/" + index + "/_stats/store", "")
        .at("/_all/primaries/store/size_in_bytes")
        .asLong();
  }

  /** How many searches an index has answered. */
  long searches(String index) throws Exception {
    return ask("GET", "/" + index + "/_stats/search", "")
        .at("/_all/primaries/search/query_total")
        .asLong();
  }

  /**
   * Writes documents of an index to a file, as a bulk request says them.
   *
   * @param most how many at most
   * @return how many
   */
  int write(String index, int most, Path file) throws Exception {
    int written = 0;
    String after = "";
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      while (written < most) {
        ObjectNode search = JSON.createObjectNode().put("size", Math.min(PAGE, most - written));
        search.putArray("sort").add("profile");
        search.putArray("search_after").add(after);
        JsonNode hits = ask("POST", "/" + index + "/_search", search.toString()).at("/hits/hits");
        if (hits.isEmpty()) {
          break;
        }
        for (JsonNode hit : hits) {
          after = hit.path("_id").asText();
          out.write(JSON.writeValueAsString(Map.of("index", Map.of("_id", after))) + "\n");
          out.write(hit.path("_source") + "\n");
          written++;
        }
      }
    }
    return written;
  }

  /**
   * Loads what was written into a fresh index that is described like another, by bare bulk requests
   * one after the other, until it can be searched.
   *
   * @return seconds that it took
   */
  double load(Path file, String like) throws Exception {
    JsonNode before = ask("GET", "/" + like, "").elements().next();
    ObjectNode description = JSON.createObjectNode();
    description.set("mappings", before.path("mappings"));
    ObjectNode settings = description.putObject("settings").putObject("index");
    settings.put("number_of_shards", 1).put("number_of_replicas", 0);
    settings.put("mapping.nested_objects.limit", 10_000);
    ask("PUT", "/bare", description.toString());
    long begin = System.nanoTime();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      StringBuilder bulk = new StringBuilder();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        bulk.append(line).append('\n').append(in.readLine()).append('\n');
        if (bulk.length() > BULK_CHARACTERS) {
          send(bulk);
        }
      }
      if (!bulk.isEmpty()) {
        send(bulk);
      }
    }
    ask("POST", "/bare/_refresh", "");
    double seconds = (System.nanoTime() - begin) / 1e9;
    ask("DELETE", "/bare", "");
    return seconds;
  }

  private void send(StringBuilder bulk) throws Exception {
    if (ask("POST", "/bare/_bulk", bulk.toString()).path("errors").asBoolean(true)) {
      throw new IOException("the node did not take all documents");
    }
    bulk.setLength(0);
  }

  @Override
  public void close() {
    node.close();
  }
}
