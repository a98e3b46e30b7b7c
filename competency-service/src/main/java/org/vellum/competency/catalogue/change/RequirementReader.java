package org.vellum.competency.catalogue.change;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.vellum.competency.catalogue.Requirements;
import org.vellum.competency.catalogue.model.Period;
import org.vellum.competency.catalogue.model.Requirement;

/** Reads what programs require, and finds what is wrong with its form. */
final class RequirementReader {
  private static final int MOST_PERIODS = 50;
  private static final int MOST_NODES = 2_000;
  private static final int DEEPEST = 10;
  private static final int IDENTIFIER = 255;
  private static final int LINE = 1_000;

  private final AtomicInteger nodes = new AtomicInteger();

  private RequirementReader() {}

  /** Requirements by periods. */
  static List<Requirements> list(Member array) {
    RequirementReader reader = new RequirementReader();
    List<Requirements> all = new ArrayList<>();
    for (Member item : array.items(MOST_PERIODS)) {
      item.only("from", "to", "requirement");
      Period period = item.period();
      if (all.stream().anyMatch(earlier -> earlier.period().overlaps(period))) {
        item.fault("duplicate", "earlier requirements hold on the same days");
      }
      all.add(
          new Requirements(
              period.from(), period.to(), reader.node(item.child("requirement"), DEEPEST)));
    }
    return all;
  }

  private Requirement node(Member json, int deeper) {
    if (nodes.incrementAndGet() > MOST_NODES || deeper == 0) {
      if (nodes.get() <= MOST_NODES + 1 || deeper == 0) {
        json.fault(
            "too-many",
            "at most " + MOST_NODES + " requirements, " + DEEPEST + " deep, are read at once");
      }
      return new Requirement.OfCourse("");
    }
    Optional<String> title = json.child("title").text(LINE);
    if (json.value().has("allOf")) {
      json.only("title", "allOf");
      return new Requirement.AllOf(title, members(json.child("allOf"), deeper));
    }
    if (json.value().has("nOf")) {
      json.only("title", "n", "nOf");
      return new Requirement.NOf(title, count(json.child("n")), members(json.child("nOf"), deeper));
    }
    if (json.value().has("creditsFrom")) {
      json.only("title", "credits", "creditsFrom");
      Member credits = json.child("credits");
      return new Requirement.CreditsFrom(
          title,
          credits.required(credits.positive(), BigDecimal.ONE),
          members(json.child("creditsFrom"), deeper));
    }
    return leaf(json);
  }

  private static Requirement leaf(Member json) {
    if (json.value().has("competency")) {
      json.only("competency", "credits");
      return new Requirement.OfCompetency(
          json.child("competency").identifier(), json.child("credits").positive());
    }
    if (json.value().has("course")) {
      json.only("course");
    } else {
      json.fault(
          "requirement-unknown",
          "must have one of the members allOf, nOf, creditsFrom, competency, course");
      return new Requirement.OfCourse("");
    }
    return new Requirement.OfCourse(json.child("course").requiredText(IDENTIFIER));
  }

  private List<Requirement> members(Member array, int deeper) {
    List<Requirement> members = new ArrayList<>();
    Set<Object> named = new HashSet<>();
    for (Member item : array.items(MOST_NODES)) {
      Requirement member = node(item, deeper - 1);
      if (!named.add(name(member))) {
        item.fault("duplicate", "an earlier member of the group is the same");
      }
      members.add(member);
    }
    return members;
  }

  /** The same competency is the same whatever it counts. */
  private static Object name(Requirement member) {
    return member instanceof Requirement.OfCompetency one ? one.competency() : member;
  }

  private static int count(Member json) {
    BigDecimal number = json.required(json.number(), BigDecimal.ONE);
    if (number.scale() > 0 || number.signum() <= 0 || number.intValue() > MOST_NODES) {
      json.fault("not-a-count", "must be a whole number of at least 1");
      return 1;
    }
    return number.intValue();
  }
}
