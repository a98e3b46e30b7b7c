package org.vellum.competency.mastery.policy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.mastery.model.Bar;
import org.vellum.competency.mastery.model.Policy;

/** Writes a policy as the JSON from which {@link PolicyReader} reads it. */
public final class PolicyWriter {
  private PolicyWriter() {}

  /** The whole, with the version of the form. */
  public static ObjectNode json(Policy policy) {
    return of(policy).put("version", PolicyReader.VERSION);
  }

  private static ObjectNode of(Policy policy) {
    return switch (policy) {
      case Policy.AnyOne(Optional<Bar> bar) -> barred(kind("anyOne"), bar);
      case Policy.Latest(Optional<Bar> bar) -> barred(kind("latest"), bar);
      case Policy.OutOf(int needed, int of, Optional<Bar> bar) ->
          barred(kind("nOfM").put("needed", needed).put("of", of), bar);
      case Policy.BestOf(int count, Bar bar) ->
          barred(kind("bestOf").put("count", count), Optional.of(bar));
      case Policy.WeightedAverage(int atLeast, Bar bar) ->
          barred(kind("weightedAverage").put("atLeast", atLeast), Optional.of(bar));
      case Policy.Decaying(int halfLife, int atLeast, Bar bar) ->
          barred(kind("decay").put("halfLife", halfLife).put("atLeast", atLeast), Optional.of(bar));
      case Policy.AllCriteria(List<UUID> criteria, Bar bar) -> {
        ObjectNode json = kind("allCriteria");
        ArrayNode array = json.putArray("criteria");
        criteria.forEach(criterion -> array.add(criterion.toString()));
        yield barred(json, Optional.of(bar));
      }
      case Policy.RollUp(Optional<Integer> needed) -> {
        ObjectNode json = kind("rollUp");
        needed.ifPresent(some -> json.put("needed", some));
        yield json;
      }
      case Policy.ExactMatch match -> kind("exactMatch");
      case Policy.PriorLearning(String category, Optional<Bar> bar) ->
          barred(kind("priorLearning").put("category", category), bar);
      case Policy.AnyOf(List<Policy> policies) -> {
        ObjectNode json = kind("anyOf");
        ArrayNode array = json.putArray("policies");
        policies.forEach(each -> array.add(of(each)));
        yield json;
      }
    };
  }

  private static ObjectNode kind(String kind) {
    return JsonNodeFactory.instance.objectNode().put("kind", kind);
  }

  private static ObjectNode barred(ObjectNode json, Optional<Bar> bar) {
    bar.ifPresent(some -> {
      json.put("threshold", some.share());
      some.level().ifPresent(level -> json.put("level", level));
    });
    return json;
  }
}
