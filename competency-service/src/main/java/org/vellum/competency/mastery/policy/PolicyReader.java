package org.vellum.competency.mastery.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vellum.competency.catalogue.change.Findings;
import org.vellum.competency.catalogue.change.Member;
import org.vellum.competency.mastery.model.Bar;
import org.vellum.competency.mastery.model.Policy;
import org.vellum.platform.json.Json;

/** Reads a policy from its JSON. What it is instead becomes findings. */
public final class PolicyReader {
  /** The version of the form. A policy of a form that is not known is refused, never guessed. */
  static final int VERSION = 1;

  private static final int MOST_RESULTS = 50;
  private static final int MOST_DAYS = 3_650;
  private static final int MOST_PARTS = 1_000;
  private static final int MOST_CRITERIA = 100;
  private static final int MOST_POLICIES = 8;
  private static final int LINE = 255;
  private static final String KINDS =
      "anyOne, bestOf, latest, nOfM, allCriteria, weightedAverage, decay, rollUp, exactMatch,"
          + " priorLearning, anyOf";

  private final Map<String, BigDecimal> levels;

  /**
   * A reader.
   *
   * @param levels the levels of the framework's rubrics that can be named instead of a threshold,
   *     with the share of the scale at which each begins
   */
  public PolicyReader(Map<String, BigDecimal> levels) {
    this.levels = levels;
  }

  /** The policy; where there are findings, it means nothing. */
  public Policy read(Member json) {
    Member version = json.child("version");
    if (version.number().filter(BigDecimal.valueOf(VERSION)::equals).isEmpty()) {
      version.fault("version-unknown", "must be " + VERSION + ", the version of the form");
    }
    return read(json, "version", 0);
  }

  /** A policy that was stored. */
  public static Policy stored(String json) {
    try {
      return stored(Json.mapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored policy can be read", e);
    }
  }

  private static Policy stored(JsonNode json) {
    Findings findings = new Findings();
    Policy policy = new PolicyReader(Map.of()).read(new Member(json, "", findings));
    if (!findings.isEmpty()) {
      throw new IllegalStateException("a stored policy has no faults: " + findings.list());
    }
    return policy;
  }

  private Policy read(Member json, String beside, int depth) {
    if (!json.value().isObject()) {
      json.fault("not-an-object", "must be an object");
      return Policy.byDefault();
    }
    String kind = json.child("kind").requiredText(LINE);
    return switch (kind) {
      case "anyOne", "latest", "nOfM", "priorLearning", "allCriteria" -> single(kind, json, beside);
      case "bestOf", "weightedAverage", "decay" -> average(kind, json, beside);
      case "rollUp" -> {
        known(json, beside, "needed");
        yield new Policy.RollUp(whole(json.child("needed"), MOST_PARTS));
      }
      case "exactMatch" -> {
        known(json, beside);
        yield new Policy.ExactMatch();
      }
      case "anyOf" -> anyOf(json, beside, depth);
      default -> {
        json.child("kind").fault("kind-unknown", "no such kind is known; known are " + KINDS);
        yield Policy.byDefault();
      }
    };
  }

  private Policy single(String kind, Member json, String beside) {
    return switch (kind) {
      case "anyOne" -> {
        known(json, beside, "threshold", "level");
        yield new Policy.AnyOne(bar(json));
      }
      case "latest" -> {
        known(json, beside, "threshold", "level");
        yield new Policy.Latest(bar(json));
      }
      case "nOfM" -> {
        known(json, beside, "threshold", "level", "needed", "of");
        yield outOf(json);
      }
      case "allCriteria" -> {
        known(json, beside, "threshold", "level", "criteria");
        List<Member> criteria = json.child("criteria").items(MOST_CRITERIA);
        if (criteria.isEmpty()) {
          json.child("criteria").fault("missing", "must name at least one criterion");
        }
        yield new Policy.AllCriteria(
            criteria.stream().map(Member::identifier).toList(), neededBar(json));
      }
      default -> {
        known(json, beside, "threshold", "level", "category");
        yield new Policy.PriorLearning(json.child("category").requiredText(LINE), bar(json));
      }
    };
  }

  private Policy outOf(Member json) {
    int needed = neededWhole(json.child("needed"), MOST_RESULTS);
    int of = neededWhole(json.child("of"), MOST_RESULTS);
    if (needed > of) {
      json.child("needed").fault("more-than-all", "must not be more than of");
    }
    return new Policy.OutOf(needed, of, bar(json));
  }

  private Policy average(String kind, Member json, String beside) {
    return switch (kind) {
      case "bestOf" -> {
        known(json, beside, "threshold", "level", "count");
        yield new Policy.BestOf(neededWhole(json.child("count"), MOST_RESULTS), neededBar(json));
      }
      case "weightedAverage" -> {
        known(json, beside, "threshold", "level", "atLeast");
        yield new Policy.WeightedAverage(atLeast(json), neededBar(json));
      }
      default -> {
        known(json, beside, "threshold", "level", "atLeast", "halfLife");
        yield new Policy.Decaying(
            neededWhole(json.child("halfLife"), MOST_DAYS), atLeast(json), neededBar(json));
      }
    };
  }

  /** One level deep: a policy that is one of several is not several itself. */
  private Policy anyOf(Member json, String beside, int depth) {
    known(json, beside, "policies");
    List<Member> policies = json.child("policies").items(MOST_POLICIES);
    if (depth > 0) {
      json.child("kind").fault("too-deep", "must not stand within another anyOf");
      return Policy.byDefault();
    }
    if (policies.size() < 2) {
      json.child("policies").fault("too-few", "must have at least 2 values");
    }
    return new Policy.AnyOf(policies.stream().map(each -> read(each, "kind", 1)).toList());
  }

  private static void known(Member json, String beside, String... names) {
    Stream<String> always = Stream.of("kind", beside);
    json.only(Stream.concat(always, Stream.of(names)).distinct().toArray(String[]::new));
  }

  private static int atLeast(Member json) {
    return whole(json.child("atLeast"), MOST_RESULTS).orElse(1);
  }

  private static int neededWhole(Member number, int most) {
    return number.required(whole(number, most), 1);
  }

  private static Optional<Integer> whole(Member number, int most) {
    return number
        .number()
        .map(value -> {
          if (value.scale() > 0
              || value.signum() <= 0
              || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            number.fault("not-a-count", "must be a whole number from 1 to " + most);
            return 1;
          }
          return value.intValue();
        });
  }

  private Bar neededBar(Member json) {
    return json.child("threshold").required(bar(json), new Bar(BigDecimal.ONE, Optional.empty()));
  }

  /** By its threshold, or by the name of a level of the framework's rubrics. */
  private Optional<Bar> bar(Member json) {
    Member threshold = json.child("threshold");
    Optional<String> level = json.child("level").text(LINE);
    if (!threshold.isAbsent()) {
      BigDecimal share = threshold.threshold();
      return Optional.of(
          new Bar(
              share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0 ? share : BigDecimal.ONE,
              level));
    }
    return level.map(name -> {
      BigDecimal share = levels.get(name);
      if (share == null || share.signum() <= 0) {
        json.child("level")
            .fault("level-unknown", "is no level above the lowest of the framework's rubrics");
        return new Bar(BigDecimal.ONE, level);
      }
      return new Bar(share, level);
    });
  }
}
