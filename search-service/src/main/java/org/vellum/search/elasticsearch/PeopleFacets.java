package org.vellum.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.util.NamedValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.vellum.search.index.Asked;
import org.vellum.search.index.Facet;
import org.vellum.search.index.SkillIndex;

/** The facets of a search, as the cluster counts them: people, not achievements. */
final class PeopleFacets {
  private static final String ACHIEVEMENTS = "achievements";
  private static final String PEOPLE = "people";
  private static final String HOLDING = "holding";
  private static final String PLACE = "place";

  private PeopleFacets() {}

  /** What is to be counted. */
  static Map<String, Aggregation> asked(Asked asked) {
    Map<String, Aggregation> all = new LinkedHashMap<>();
    all.put(
        "region",
        Aggregation.of(a ->
            a.terms(t -> t.field("region").size(SkillIndex.FACETS))
                .aggregations(PLACE, p -> p.terms(t -> t.field(PLACE).size(1).order(byName())))));
    all.put("availability", Aggregation.of(a -> a.terms(t -> t.field("availability").size(3))));
    all.put("program", achievements(asked, "achievements.programs"));
    all.put("level", achievements(asked, "achievements.levels"));
    all.put("issuer", achievements(asked, "achievements.issuer"));
    return all;
  }

  private static NamedValue<SortOrder> byName() {
    return NamedValue.of("_key", SortOrder.Asc);
  }

  private static Aggregation achievements(Asked asked, String field) {
    return Aggregation.of(a ->
        a.nested(n -> n.path(ACHIEVEMENTS))
            .aggregations(
                HOLDING,
                h ->
                    h.filter(PeopleQuery.holds(asked))
                        .aggregations(
                            field,
                            t ->
                                t.terms(v -> v.field(field).size(SkillIndex.FACETS))
                                    .aggregations(PEOPLE, p -> p.reverseNested(r -> r)))));
  }

  /**
   * What was counted.
   *
   * @param titles gives the titles of programs by their codes
   */
  static List<Facet> told(
      Map<String, Aggregate> counted, Function<List<String>, Map<String, String>> titles) {
    List<Facet> all = new ArrayList<>();
    for (StringTermsBucket each : values(of(counted, "availability"))) {
      all.add(facet("availability", name(each), name(each), each.docCount()));
    }
    all.addAll(named(counted, "issuer", "achievements.issuer"));
    all.addAll(named(counted, "level", "achievements.levels"));
    List<StringTermsBucket> programs = buckets(counted, "program", "achievements.programs");
    Map<String, String> known = titles.apply(programs.stream().map(PeopleFacets::name).toList());
    all.addAll(
        sorted(
            programs.stream()
                .filter(each -> known.containsKey(name(each)))
                .map(each ->
                    facet("program", name(each), known.getOrDefault(name(each), ""), people(each)))
                .toList()));
    for (StringTermsBucket each : values(of(counted, "region"))) {
      String place = name(values(of(each.aggregations(), PLACE)).getFirst());
      all.add(facet("region", place, place, each.docCount()));
    }
    return all;
  }

  /** The values of a field that are called by themselves. */
  private static List<Facet> named(Map<String, Aggregate> counted, String name, String field) {
    return sorted(
        buckets(counted, name, field).stream()
            .map(each -> facet(name, name(each), name(each), people(each)))
            .toList());
  }

  private static List<StringTermsBucket> buckets(
      Map<String, Aggregate> counted, String name, String field) {
    Aggregate nested = of(counted, name);
    Aggregate holding = of(nested.nested().aggregations(), HOLDING);
    return values(of(holding.filter().aggregations(), field));
  }

  private static Aggregate of(Map<String, Aggregate> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }

  private static List<StringTermsBucket> values(Aggregate terms) {
    return terms.sterms().buckets().array();
  }

  private static String name(StringTermsBucket bucket) {
    return bucket.key().stringValue();
  }

  private static long people(StringTermsBucket bucket) {
    return of(bucket.aggregations(), PEOPLE).reverseNested().docCount();
  }

  private static Facet facet(String field, String value, String label, long count) {
    return new Facet(field, value, label, (int) Math.min(count, SkillIndex.COUNTED));
  }

  private static List<Facet> sorted(List<Facet> facets) {
    return facets.stream()
        .sorted(Comparator.comparingInt(Facet::count).reversed().thenComparing(Facet::value))
        .toList();
  }
}
