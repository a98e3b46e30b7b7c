package org.vellum.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vellum.search.index.Answer;
import org.vellum.search.index.Asked;
import org.vellum.search.index.Filters;
import org.vellum.search.index.SkillIndex;
import org.vellum.search.index.SkillQuery;
import org.vellum.search.index.Wanted;
import org.vellum.search.vocabulary.Skills;

/**
 * How long searches and suggestions take one client over HTTP; a search in turn with the statement
 * of the index alone, for which the words were looked up before, over a connection that stays open.
 *
 * @param people who can be found
 * @param server what answers
 * @param authorization the header by which the client is known
 * @param index the index by which the server searches
 * @param by what that is called
 */
record SearchTimes(
    SearchedPeople people, URI server, String authorization, SkillIndex index, String by) {
  private static final String CLIENT = "client:benchmark";
  private static final int WARM_UPS = 100;
  private static final int TIMES = 200;
  private static final int PAGE = 20;
  private static final int QUESTIONS = 10;
  private static final long WARM_UP_MILLIS = 20_000;

  /**
   * What is asked.
   *
   * @param skills all of these
   * @param region where, if that matters
   */
  private record Question(List<String> skills, Optional<String> region) {
    SkillQuery query() {
      return new SkillQuery(
          skills.stream().map(Wanted::parse).toList(),
          List.of(),
          0,
          new Filters(
              Optional.empty(), Optional.empty(), region, Optional.empty(), Optional.empty()));
    }
  }

  /**
   * Searches, after many that take little, so that the server's code is compiled as in a server
   * that runs for a while.
   */
  List<Figure> searches() throws Exception {
    load(rare(1)).rate(2, WARM_UP_MILLIS);
    return List.of(
        search("one skill, of the ten most common", this::common),
        search("a verb and an object in words, in one region", this::worded),
        search("a rare skill with 80 % and a common one", this::rare));
  }

  /** How many {@link #searches} makes over HTTP at least. */
  int asked() {
    return 3 * (WARM_UPS + TIMES);
  }

  /** Suggestions while somebody types. */
  List<Figure> suggestions() throws Exception {
    return List.of(
        suggestions(
            "one to three words that have begun",
            List.of("a", "pl", "rep", "soil", "analyses su", "care plans for h", "tax re", "b.12")),
        suggestions(
            "misspelt words",
            List.of(
                "analyzes survay data",
                "relatoinal queries",
                "hydrolic pumps",
                "irrigatoin systems")));
  }

  /** Searches for what very many can do. */
  HttpLoad load() {
    return load(common(1));
  }

  private HttpLoad load(Question question) {
    return new HttpLoad(address(question), List.of(authorization), 200);
  }

  private Question common(int number) {
    return new Question(List.of(people.skill(number)), Optional.empty());
  }

  private Question worded(int number) {
    String name = people.skill(40 + 3 * number);
    String verbAndObject =
        Arrays.stream(name.split(" ", -1)).limit(3).collect(Collectors.joining(" "));
    return new Question(List.of(verbAndObject), Optional.of("Region " + (1 + number % 4)));
  }

  private Question rare(int number) {
    return new Question(
        List.of(people.skill(1_000 + 100 * number) + ", 80 %", people.skill(10 + number)),
        Optional.empty());
  }

  private Figure search(String what, IntFunction<Question> question) throws Exception {
    List<Question> questions = IntStream.range(0, QUESTIONS).mapToObj(question).toList();
    List<Asked> asked = questions.stream().map(this::asked).toList();
    long[] whole = new long[TIMES];
    long[] bare = new long[TIMES];
    List<Integer> found = new ArrayList<>();
    try (KeptConnection connection = new KeptConnection(server)) {
      people
          .jdbi()
          .useHandle(kept -> {
            for (int time = -WARM_UPS; time < TIMES; time++) {
              int number = Math.floorMod(time, QUESTIONS);
              byte[] request = request(address(questions.get(number)));
              long begin = System.nanoTime();
              connection.send(request, 200);
              long answered = System.nanoTime();
              Answer answer = index.search(asked.get(number), Optional.empty(), PAGE + 1);
              long end = System.nanoTime();
              found.add(answer.count());
              if (time >= 0) {
                whole[time] = answered - begin;
                bare[time] = end - answered;
              }
            }
          });
    }
    Arrays.sort(whole);
    Arrays.sort(bare);
    System.err.printf(
        Locale.ROOT,
        "%s %s, %s: medians %.1f and %.1f ms, %s found%n",
        people.count(),
        by,
        what,
        whole[TIMES / 2] / 1e6,
        bare[TIMES / 2] / 1e6,
        found.subList(0, QUESTIONS));
    return Figure.ofTimes(
        "Search among %s people over HTTP %s, %s: the 95th percentile, to that of the index's"
                .formatted(people.count(), by, what)
            + " statement alone; 1.5 times is asked for",
        (double) whole[TIMES * 95 / 100],
        (double) bare[TIMES * 95 / 100]);
  }

  private Asked asked(Question question) {
    Skills skills = new Skills(people.jdbi());
    SkillQuery query = question.query();
    Instant now = Instant.now();
    return new Asked(
        CLIENT,
        query,
        query.all().stream().map(each -> skills.resolve(each.text())).toList(),
        now,
        LocalDate.ofInstant(now, ZoneOffset.UTC));
  }

  private URI address(Question question) {
    return server.resolve(
        "/search/api/people?"
            + Stream.concat(
                    question.skills().stream().map(each -> field("skill", each)),
                    question.region().stream().map(each -> field("region", each)))
                .collect(Collectors.joining("&")));
  }

  private Figure suggestions(String what, List<String> typed) throws Exception {
    long[] times = new long[TIMES];
    try (KeptConnection connection = new KeptConnection(server)) {
      for (int time = -WARM_UPS; time < TIMES; time++) {
        String text = typed.get(Math.floorMod(time, typed.size()));
        byte[] request = request(server.resolve("/search/api/skills?" + field("typed", text)));
        long begin = System.nanoTime();
        connection.send(request, 200);
        if (time >= 0) {
          times[time] = System.nanoTime() - begin;
        }
      }
    }
    Arrays.sort(times);
    double milliseconds = times[TIMES * 95 / 100] / 1e6;
    return new Figure(
        "Suggestions among 20,000 skills that %s people show, for %s, over HTTP: the 95th percentile"
            .formatted(people.count(), what),
        String.format(Locale.ROOT, "%.1f ms", milliseconds),
        "30 ms asked for",
        String.format(Locale.ROOT, "%.2f of it", milliseconds / 30));
  }

  private byte[] request(URI address) {
    return KeptConnection.request("GET", address, List.of(authorization), "");
  }

  private static String field(String name, String value) {
    return name + "=" + URLEncoder.encode(value, UTF_8);
  }
}
