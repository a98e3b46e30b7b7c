package org.vellum.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Ten thousand documents, and questions to the CASE service of which of them there are and in which
 * order. The times are those of whole answers over HTTP, with the count and a page of a hundred
 * documents; the plans are those of the statements that the service sent.
 *
 * @param database where the documents are
 * @param server what answers
 */
record ManyDocuments(BenchmarkDatabase database, URI server) {
  private static final int DOCUMENTS = 10_000;
  private static final int TIMES = 200;
  private static final int WARM_UPS = 50;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final String ROWS =
      """
      insert into competency.framework (identifier, uri, package_uri, title, creator, version,
        adoption_status, published_here, skeleton, received, fingerprint, sent, findings,
        imported_at, imported_by, changed_at)
      select id, uri, uri || '/package', title, creator, version, status, false, '{}',
        document::jsonb, md5(document::text), document, '[]', now(), 'benchmark', now()
      from (
        select id, uri, title, creator, version, status, json_build_object(
          'identifier', id, 'uri', uri, 'creator', creator, 'title', title,
          'lastChangeDateTime',
            to_char(timestamp '2020-01-01' + n * interval '1 hour', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
          'publisher', creator, 'description', repeat('What learners of ' || title || ' do. ', 12),
          'subject', json_build_array('Subject ' || n % 40, 'Subject ' || n % 7),
          'language', case n % 3 when 0 then 'en' when 1 then 'de' else 'fr' end,
          'version', version, 'adoptionStatus', status, 'statusStartDate', '2020-01-01',
          'notes', repeat('A note. ', 20)) as document
        from (
          select n, overlay(overlay(md5('d' || n) placing '4' from 13) placing '8' from 17)::uuid as id,
            'https://publisher.example/CFDocuments/' || n as uri,
            'Framework ' || md5('t' || n) as title, 'Creator ' || n % 500 as creator,
            (n % 9) || '.0' as version,
            case n % 5 when 0 then 'Retired' else 'Implemented' end as status
          from generate_series(1, %d) n) named) made
      """;

  List<Figure> figures() throws Exception {
    database.execute(ROWS.replace("%d", Integer.toString(DOCUMENTS)));
    database.execute("vacuum analyze competency.framework");
    List<Figure> figures = new ArrayList<>();
    figures.add(figure("sorted by title", "sort=title"));
    figures.add(
        figure(
            "of one creator, sorted by version", filter("creator='creator 77'") + "&sort=version"));
    figures.add(
        figure(
            "whose title contains a text, newest first",
            filter("title~'AB1'") + "&sort=lastChangeDateTime&orderBy=desc"));
    figures.add(
        figure(
            "of a version and newer than a time, sorted by creator",
            filter("version='3.0' AND lastChangeDateTime>'2020-06-01T00:00:00Z'")
                + "&sort=creator"));
    figures.add(
        figure(
            "of either of two subjects, sorted by description",
            filter("subject~'subject 3,subject 5'") + "&sort=description"));
    figures.add(
        figure(
            "of a language and whose notes contain a text, sorted by publisher",
            filter("language='de' AND notes~'a note'") + "&sort=publisher"));
    figures.add(
        figure(
            "whose address contains a text or which are retired, newest first",
            filter("uri~'99' OR adoptionStatus='retired'")
                + "&sort=lastChangeDateTime&orderBy=desc"));
    return figures;
  }

  private Figure figure(String what, String query) throws Exception {
    URI address = server.resolve("/competency/ims/case/v1p1/CFDocuments?" + query);
    long[] times = new long[TIMES];
    String total = "";
    for (int time = -WARM_UPS; time < TIMES; time++) {
      long begin = System.nanoTime();
      HttpResponse<byte[]> answer =
          CLIENT.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("not what is measured: " + answer.statusCode());
      }
      total = answer.headers().firstValue("X-Total-Count").orElse("");
      if (time >= 0) {
        times[time] = System.nanoTime() - begin;
      }
    }
    Arrays.sort(times);
    printPlan(what);
    return new Figure(
        "10,000 documents, " + what + " (" + total + "): the 95th percentile of whole answers",
        String.format(Locale.ROOT, "%.1f ms", times[TIMES * 95 / 100] / 1e6),
        "–",
        "–");
  }

  /** What the service asked last, as the database remembers it, and how the database finds it. */
  private void printPlan(String what) throws SQLException {
    // The simple protocol leaves the statement's parameters open, as a generic plan does.
    String url = database.url() + "?user=postgres&preferQueryMode=simple";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      List<String> asked = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              """
              select query from pg_stat_activity
              where query like '%from competency.framework f where (not f.draft%limit%'
                and pid <> pg_backend_pid()
              order by query_start desc limit 1
              """)) {
        while (rows.next()) {
          asked.add(rows.getString(1));
        }
      }
      for (String query : asked) {
        System.err.println("\nPlan: " + what);
        try (ResultSet plan = statement.executeQuery("explain (generic_plan) " + query)) {
          while (plan.next()) {
            System.err.println("  " + plan.getString(1));
          }
        }
      }
    }
  }

  private static String filter(String filter) {
    return "filter=" + URLEncoder.encode(filter, UTF_8).replace("+", "%20");
  }
}
