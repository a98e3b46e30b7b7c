package org.vellum.competency.evaluation.oneroster;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vellum.competency.evaluation.RecordResults;
import org.vellum.competency.evaluation.Recorded;
import org.vellum.competency.evaluation.SentResult;
import org.vellum.competency.roster.FileReport;
import org.vellum.competency.roster.sources.FurtherObjects.Objects;
import org.vellum.platform.usecase.Component;

/**
 * Takes in the gradebook that another server tells (OneRoster 1.2, gradebook service), by the same
 * rules as what clients send here. An object that cannot be read, or that names what is not known,
 * is refused with a finding; a result that is refused for what it says is kept for the registrar,
 * too.
 */
@Component
public class GradebookIntake {
  private static final String PARENT = "parentAssessmentLineItem";

  private final StoreObject storeObject;
  private final RecordResults recordResults;

  @Inject
  GradebookIntake(StoreObject storeObject, RecordResults recordResults) {
    this.storeObject = storeObject;
    this.recordResults = recordResults;
  }

  /** Stores objects of one collection, in the caller's transaction. */
  public FileReport store(Objects objects) {
    IntakeTally tally = new IntakeTally(objects);
    switch (objects.collection()) {
      case "results" -> results(ResultKind.RESULT, objects, tally);
      case "assessmentResults" -> results(ResultKind.ASSESSMENT, objects, tally);
      default -> items(objects, tally);
    }
    return tally.report();
  }

  /** A result that a page tells twice is recorded twice, one state after the other. */
  private void results(ResultKind kind, Objects objects, IntakeTally tally) {
    Map<String, Integer> positions = new LinkedHashMap<>();
    List<SentResult> batch = new ArrayList<>();
    tally.readEach((position, object, id) -> {
      SentResult sent = ResultReader.read(kind, object, objects.source(), id);
      if (positions.containsKey(id)) {
        record(batch, positions, tally);
      }
      positions.put(id, position);
      batch.add(sent);
    });
    record(batch, positions, tally);
  }

  private void record(List<SentResult> batch, Map<String, Integer> positions, IntakeTally tally) {
    List<Recorded> recorded = recordResults.record(batch, true);
    for (int i = 0; i < recorded.size(); i++) {
      tally.note(positions.getOrDefault(batch.get(i).sourcedId(), 0), recorded.get(i));
    }
    batch.clear();
    positions.clear();
  }

  /** Objects whose parents may come after them wait until these are there. */
  private void items(Objects objects, IntakeTally tally) {
    Map<Integer, GradebookObject> waiting = new LinkedHashMap<>();
    tally.readEach((position, object, id) ->
        waiting.put(
            position,
            switch (objects.collection()) {
              case "categories" -> GradebookReader.category(object, id);
              case "scoreScales" -> GradebookReader.scoreScale(object, id);
              case "lineItems" -> GradebookReader.lineItem(object, id);
              case "assessmentLineItems" -> GradebookReader.assessmentLineItem(object, id);
              default -> throw new IllegalArgumentException(objects.collection());
            }));
    Map<Integer, StoreObject.Result> refused = new HashMap<>();
    int before = -1;
    while (!waiting.isEmpty() && waiting.size() != before) {
      before = waiting.size();
      refused.clear();
      waiting
          .entrySet()
          .removeIf(each -> {
            StoreObject.Result result = storeObject.store(each.getValue());
            boolean waits =
                result instanceof StoreObject.Result.UnknownReference(String member)
                    && member.equals(PARENT);
            if (waits) {
              refused.put(each.getKey(), result);
            } else {
              tally.note(each.getKey(), result);
            }
            return !waits;
          });
    }
    refused.forEach(tally::note);
  }
}
