package org.vellum.competency.framework.editing;

import jakarta.inject.Inject;
import java.util.UUID;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CaseIdentifier;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.usecase.Component;

/** Finds what the paths of the editing pages name. */
@Component
class Drafts {
  private final Frameworks frameworks;

  @Inject
  Drafts(Frameworks frameworks) {
    this.frameworks = frameworks;
  }

  /**
   * The draft.
   *
   * @throws org.vellum.platform.problem.ProblemException 404 if there is none for this audience,
   *     409 if the framework is no draft
   */
  Framework get(String identifier, Audience audience) {
    Framework framework =
        CaseIdentifier.parse(identifier)
            .flatMap(known -> frameworks.find(known, audience))
            .orElseThrow(Drafts::unknown);
    if (!framework.draft()) {
      throw adopted();
    }
    return framework;
  }

  /** The class of the objects of a collection that can be edited. */
  static CaseClass type(String collection) {
    for (CaseClass type : CaseClass.values()) {
      if (type.collection().equals(collection)
          && type != CaseClass.CRITERION
          && type != CaseClass.LEVEL) {
        return type;
      }
    }
    throw unknown();
  }

  static UUID identifier(String text) {
    return CaseIdentifier.parse(text).orElseThrow(Drafts::unknown);
  }

  static RuntimeException unknown() {
    return Problem.of(404, "Unknown object", "There is nothing at this address.").exception();
  }

  static RuntimeException adopted() {
    return Problem.of(
            409,
            "Not a draft",
            "The framework is adopted and is not changed any more. Begin a new version of it.")
        .exception();
  }
}
