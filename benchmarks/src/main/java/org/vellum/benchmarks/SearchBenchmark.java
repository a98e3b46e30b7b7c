package org.vellum.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.vellum.search.postgresql.PostgresqlIndex;
import org.vellum.start.Demonstration;
import org.vellum.start.PublicApi;

/**
 * Search for people over HTTP, by the index in the database: to the index's statement alone, to a
 * bare load of the same rows, and while somebody withdraws; then by an index in Elasticsearch. How
 * many people: {@code -Dvellum.search.learners=10000,100000}; each number on a server and a
 * database of its own.
 */
final class SearchBenchmark {
  private static final String LEARNERS = "vellum.search.learners";
  private static final String SCOPE = "skills.search";
  private static final String AS_MANY_AS_ONE_LIKES = "1000000000";

  private SearchBenchmark() {}

  static List<Figure> measure() throws Exception {
    List<Figure> figures = new ArrayList<>();
    for (String count : System.getProperty(LEARNERS, "10000,100000").split(",", -1)) {
      try (MeasuredServer measured = MeasuredServer.describedLarge()) {
        measured
            .server()
            .with("vellum.search.searches-per-minute", AS_MANY_AS_ONE_LIKES)
            .with("vellum.search.searches-per-day", AS_MANY_AS_ONE_LIKES);
        measured.start();
        figures.addAll(among(Integer.parseInt(count.strip()), measured));
      }
    }
    return figures;
  }

  private static List<Figure> among(int learners, MeasuredServer measured) throws Exception {
    SearchedPeople people = new SearchedPeople(measured.database(), learners);
    people.fill();
    List<Figure> figures = new ArrayList<>(people.indexed());
    URI server = measured.server().address();
    PublicApi employer = employer(measured);
    String authorization = "Authorization: Bearer " + employer.accessToken().orElseThrow();
    SearchTimes times =
        new SearchTimes(
            people, server, authorization, new PostgresqlIndex(people.jdbi()), "by the database");
    figures.addAll(times.searches());
    figures.addAll(times.suggestions());
    PublicApi learner = new PublicApi(server);
    learner.signIn(
        SearchWithdrawals.WHO,
        Demonstration.signInNames(measured.server()).getOrDefault(SearchWithdrawals.WHO, ""));
    figures.add(
        new SearchWithdrawals(people, measured.database(), employer, learner).figure(times.load()));
    // What was measured until here took long enough to be told whatever happens to the cluster.
    figures.forEach(figure -> System.err.println(figure.line()));
    figures.addAll(new SearchInCluster(people, measured, authorization).figures());
    return figures;
  }

  private static PublicApi employer(MeasuredServer measured) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    var registration = mapper.createObjectNode().put("name", "Benchmark");
    registration.putArray("scopes").add(SCOPE);
    JsonNode client =
        mapper.readTree(
            measured
                .institution()
                .registrar()
                .post("/clients", "application/json", registration.toString().getBytes(UTF_8))
                .body());
    PublicApi employer = new PublicApi(measured.server().address());
    employer.authorize(
        client.path("client_id").asText(), client.path("client_secret").asText(), SCOPE);
    return employer;
  }
}
