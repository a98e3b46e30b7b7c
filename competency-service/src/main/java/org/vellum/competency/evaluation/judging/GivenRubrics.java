package org.vellum.competency.evaluation.judging;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.CaseObjects;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Component;

/** The rubrics by which work can be judged, as their frameworks give them. */
@Component
public class GivenRubrics {
  private final CaseObjects objects;

  @Inject
  public GivenRubrics(CaseObjects objects) {
    this.objects = objects;
  }

  /** The rubric with this identifier, unless it stands in drafts only. */
  Optional<Rubric> find(String identifier) {
    if (!identifier.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      return Optional.empty();
    }
    return objects
        .listDefinitions(CaseClass.RUBRIC, UUID.fromString(identifier), Audience.EVERYONE)
        .stream()
        .findFirst()
        .map(served -> rubric(served.json()));
  }

  private static Rubric rubric(String json) {
    try {
      return Rubric.of(Json.mapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what a framework stores can be read", e);
    }
  }
}
