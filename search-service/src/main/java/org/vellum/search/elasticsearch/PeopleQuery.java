package org.vellum.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.ChildScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vellum.search.index.Asked;
import org.vellum.search.index.Filters;

/**
 * A search in the cluster's language. The score is the sum of the same whole numbers as in the
 * database: no statistics of words are in it, so that it can be explained and does not depend on
 * who else is found. All that comes from outside is a value and never a part of the language.
 */
final class PeopleQuery {
  private static final String ACHIEVEMENTS = "achievements";
  private static final String SKILL = "achievements.skill";
  private static final String ACHIEVED = "achievements.achieved";
  private static final int YEAR = 365;
  private static final int YEARS = 5;
  private static final double POINTS_OF_A_YEAR = 4;

  private PeopleQuery() {}

  /**
   * Who shows what is asked for.
   *
   * @param gone profiles that are not found, whatever the index says
   */
  static Query of(Asked asked, Collection<String> gone) {
    Map<Integer, List<Asked.Answering>> wanted =
        asked.answering().stream()
            .collect(
                Collectors.groupingBy(Asked.Answering::place, TreeMap::new, Collectors.toList()));
    int required = asked.query().required().size();
    BoolQuery.Builder all = within(asked, gone);
    int atLeast = Math.max(asked.query().atLeast(), required == 0 ? 1 : 0);
    for (int place = 1; place <= asked.query().all().size(); place++) {
      Query skill = skill(asked, wanted.getOrDefault(place, List.of()));
      if (place <= required) {
        all.must(skill);
      } else {
        all.should(skill);
      }
    }
    return all.minimumShouldMatch(Integer.toString(atLeast)).build()._toQuery();
  }

  /** Who may be found by the employer, within the filters. */
  static BoolQuery.Builder within(Asked asked, Collection<String> gone) {
    Filters filters = asked.query().filters();
    BoolQuery.Builder all = new BoolQuery.Builder();
    all.filter(
        Query.of(q ->
            q.bool(b ->
                b.should(s -> s.term(t -> t.field("everyone").value(true)))
                    .should(s -> s.term(t -> t.field("employers").value(asked.employer()))))));
    all.filter(later("expires", asked.now().toString()));
    filters
        .region()
        .ifPresent(region -> all.filter(term("region", region.toLowerCase(Locale.ROOT))));
    filters.availability().ifPresent(begin -> all.filter(term("availability", begin.name())));
    filters
        .program()
        .ifPresent(code -> all.filter(shows(asked, term("achievements.programs", code))));
    filters
        .level()
        .ifPresent(level -> all.filter(shows(asked, term("achievements.levels", level))));
    filters.issuer().ifPresent(name -> all.filter(shows(asked, term("achievements.issuer", name))));
    filters.since().ifPresent(day -> all.filter(shows(asked, since(day))));
    if (!gone.isEmpty()) {
      all.mustNot(m -> m.ids(i -> i.values(List.copyOf(gone))));
    }
    return all;
  }

  /** An achievement holds now as far as the index knows. */
  static Query holds(Asked asked) {
    return later("achievements.until", asked.now().toString());
  }

  private static Query shows(Asked asked, Query condition) {
    return Query.of(q ->
        q.nested(n ->
            n.path(ACHIEVEMENTS)
                .scoreMode(ChildScoreMode.None)
                .query(i -> i.bool(b -> b.filter(holds(asked)).filter(condition)))));
  }

  /** The best achievement that answers to one skill that is asked for. */
  private static Query skill(Asked asked, List<Asked.Answering> answering) {
    if (answering.isEmpty()) {
      return Query.of(q -> q.matchNone(n -> n));
    }
    BoolQuery.Builder answers = new BoolQuery.Builder();
    answers.filter(terms(answering));
    answers.filter(holds(asked));
    int least = answering.getFirst().leastPercent();
    if (least > 0) {
      answers.filter(
          f -> f.range(r -> r.number(n -> n.field("achievements.percent").gte((double) least))));
    }
    asked.query().filters().since().ifPresent(day -> answers.filter(since(day)));
    Query query = answers.build()._toQuery();
    return Query.of(q ->
        q.nested(n ->
            n.path(ACHIEVEMENTS)
                .scoreMode(ChildScoreMode.Max)
                .query(i ->
                    i.functionScore(f ->
                        f.query(query)
                            .functions(points(asked.asOf(), answering))
                            .scoreMode(FunctionScoreMode.Sum)
                            .boostMode(FunctionBoostMode.Replace)))));
  }

  private static List<FunctionScore> points(LocalDate asOf, List<Asked.Answering> answering) {
    List<FunctionScore> points = new ArrayList<>();
    answering.stream()
        .collect(Collectors.groupingBy(Asked.Answering::points, TreeMap::new, Collectors.toList()))
        .forEach((match, skills) ->
            points.add(FunctionScore.of(f -> f.filter(terms(skills)).weight((double) match))));
    points.add(
        FunctionScore.of(
            f -> f.fieldValueFactor(v -> v.field("achievements.points").missing(0.0))));
    for (int years = 1; years <= YEARS; years++) {
      String day = asOf.minusDays((long) YEAR * years).toString();
      points.add(FunctionScore.of(f -> f.filter(later(ACHIEVED, day)).weight(POINTS_OF_A_YEAR)));
    }
    return points;
  }

  private static Query terms(List<Asked.Answering> answering) {
    return Query.of(q ->
        q.terms(t ->
            t.field(SKILL)
                .terms(v ->
                    v.value(
                        answering.stream()
                            .map(each -> FieldValue.of(Long.toString(each.match().skill())))
                            .toList()))));
  }

  private static Query term(String field, String value) {
    return Query.of(q -> q.term(t -> t.field(field).value(value)));
  }

  private static Query since(LocalDate day) {
    return Query.of(q -> q.range(r -> r.date(d -> d.field(ACHIEVED).gte(day.toString()))));
  }

  private static Query later(String field, String time) {
    return Query.of(q -> q.range(r -> r.date(d -> d.field(field).gt(time))));
  }
}
