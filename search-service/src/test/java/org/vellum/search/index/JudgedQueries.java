package org.vellum.search.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.vellum.contracts.FrameworkAdopted;
import org.vellum.contracts.FrameworkAdopted.Association;
import org.vellum.contracts.PublishedAchievement;
import org.vellum.search.achievement.SearchCenter;
import org.vellum.search.vocabulary.Match;

/**
 * 200 queries over 50 skills, judged by people, and learners to find by them.
 *
 * <p>What a skill that is asked for means was judged by hand: 3 for the skill itself, 1 for
 * something close. The grade of a learner follows by rule. It is the least, over all that is
 * required, of the judgement of the best that they show, and nothing if that is nothing; 1 more if
 * the best they show of the first skill has 80 percent or more and is not older than two years; 1
 * more for each skill that is nice to have and that they show itself.
 */
public final class JudgedQueries {
  private static final int PLACES = 10;
  private static final int ITSELF = 3;
  private static final int GOOD = 80;
  private static final int LEARNERS = 160;
  private static final int SKILLS = 50;

  private final SearchCenter center;
  private final Map<String, String> statements = new HashMap<>();
  private final Map<UUID, List<Shown>> people = new HashMap<>();
  private final List<Judged> queries = new ArrayList<>();

  private record Shown(String code, int percent, LocalDate day) {}

  /**
   * A query.
   *
   * @param query what is asked
   * @param meanings for each skill asked for, the judgement of each skill that it may mean
   */
  public record Judged(SkillQuery query, List<Map<String, Integer>> meanings) {}

  /** Reads the queries and lets the learners be found. */
  public JudgedQueries(SearchCenter center) throws Exception {
    this.center = center;
    adopt();
    for (String line : lines("judged-queries.tsv")) {
      String[] cells = line.split("\t", -1);
      SkillQuery query = new SkillQuery(wanted(cells[0]), wanted(cells[1]), 0, Filters.NONE);
      queries.add(
          new Judged(
              query, Arrays.stream(cells[2].split(";", -1)).map(JudgedQueries::meaning).toList()));
    }
    populate();
  }

  public List<Judged> queries() {
    return queries;
  }

  /** The first ten whom an index names. */
  public List<UUID> found(SkillIndex index, Judged judged) {
    List<List<Match>> matches =
        judged.query().all().stream().map(each -> center.skills.resolve(each.text())).toList();
    Asked asked =
        new Asked(
            SearchCenter.ACME,
            judged.query(),
            matches,
            center.now(),
            LocalDate.ofInstant(center.now(), ZoneOffset.UTC));
    return index.search(asked, Optional.empty(), PLACES).candidates().stream()
        .map(Candidate::profile)
        .toList();
  }

  /** Normalised discounted cumulative gain of the first ten places, from 0 to 1. */
  public double ndcg(Judged judged, List<UUID> found) {
    List<Integer> best =
        people.keySet().stream()
            .map(each -> grade(judged, each))
            .sorted(Comparator.reverseOrder())
            .limit(PLACES)
            .toList();
    double ideal = gain(best);
    // Where nobody answers, nobody is to be found.
    return ideal == 0
        ? (found.isEmpty() ? 1 : 0)
        : gain(found.stream().map(each -> grade(judged, each)).toList()) / ideal;
  }

  private static double gain(List<Integer> grades) {
    double gain = 0;
    for (int place = 0; place < grades.size(); place++) {
      gain += (Math.pow(2, grades.get(place)) - 1) / (Math.log(place + 2.0) / Math.log(2));
    }
    return gain;
  }

  private int grade(Judged judged, UUID person) {
    List<Shown> shown = people.getOrDefault(person, List.of());
    int required = judged.query().required().size();
    int grade = ITSELF;
    int more = 0;
    for (int i = 0; i < judged.meanings().size(); i++) {
      Map<String, Integer> meaning = judged.meanings().get(i);
      int least = judged.query().all().get(i).percent();
      Optional<Shown> best =
          shown.stream()
              .filter(each -> meaning.containsKey(each.code()) && each.percent() >= least)
              .max(
                  Comparator.comparingInt((Shown each) -> meaning.getOrDefault(each.code(), 0))
                      .thenComparingInt(each -> fresh(each) ? 1 : 0));
      int judgement = best.map(each -> meaning.getOrDefault(each.code(), 0)).orElse(0);
      if (i < required) {
        grade = Math.min(grade, judgement);
        more += i == 0 && best.filter(this::fresh).isPresent() ? 1 : 0;
      } else {
        more += judgement == ITSELF ? 1 : 0;
      }
    }
    return grade == 0 ? 0 : grade + more;
  }

  private boolean fresh(Shown shown) {
    LocalDate today = LocalDate.ofInstant(center.now(), ZoneOffset.UTC);
    return shown.percent() >= GOOD && shown.day().isAfter(today.minusYears(2));
  }

  private void adopt() throws Exception {
    List<FrameworkAdopted.Item> items = new ArrayList<>();
    List<String[]> rows =
        lines("judged-skills.tsv").stream().map(each -> each.split("\t", -1)).toList();
    rows.forEach(row -> statements.put(row[0], row[1]));
    List<Association> associations = new ArrayList<>();
    for (String[] row : rows) {
      PublishedAchievement any = center.attained(row[1]);
      items.add(
          new FrameworkAdopted.Item(
              any.competency().orElseThrow().identifier(),
              uri(row[0]),
              row[1],
              Optional.of("VL." + row[0]),
              Arrays.asList(row[2].split(";", -1))));
      if (!row[3].isEmpty()) {
        associations.add(new Association("isRelatedTo", uri(row[0]), uri(row[3])));
      }
    }
    center.hears(
        new FrameworkAdopted(SearchCenter.FRAMEWORK, "Applied practice", items, associations));
  }

  private String uri(String code) {
    return center
        .attained(Objects.requireNonNull(statements.get(code)))
        .competency()
        .orElseThrow()
        .uri();
  }

  /** Whoever has a skill often has the next one of its field, and some skills are had by many. */
  private void populate() throws Exception {
    List<String> codes = statements.keySet().stream().sorted().toList();
    for (int i = 0; i < LEARNERS; i++) {
      List<Shown> shown = new ArrayList<>();
      int first = (i * i + 3 * i) % SKILLS;
      for (int k = 0; k < 3 + i % 3; k++) {
        int skill = k < 2 ? (first + k) % SKILLS : (first + 7 * k + i) % SKILLS;
        shown.add(
            new Shown(
                codes.get(skill),
                60 + (i * 13 + k * 29) % 40,
                LocalDate.of(2026, 10, 1).minusDays((i * 97L + k * 311L) % 1_900)));
      }
      PublishedAchievement[] published =
          shown.stream()
              .map(each ->
                  center.attained(
                      Objects.requireNonNull(statements.get(each.code())),
                      each.percent(),
                      each.day()))
              .toArray(PublishedAchievement[]::new);
      people.put(center.shown("learner-" + i, published), shown);
    }
  }

  private static List<Wanted> wanted(String cell) {
    return Stream.of(cell.split("\\|")).filter(each -> !each.isEmpty()).map(Wanted::parse).toList();
  }

  private static Map<String, Integer> meaning(String cell) {
    Map<String, Integer> meaning = new HashMap<>();
    for (String each : cell.split(",", -1)) {
      int equals = each.indexOf('=');
      meaning.put(each.substring(0, equals), Integer.parseInt(each.substring(equals + 1)));
    }
    return meaning;
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(JudgedQueries.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(each -> !each.startsWith("#") && !each.isBlank())
          .toList();
    }
  }
}
