package org.vellum.competency.evaluation.csv;

import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Predicate;
import org.vellum.competency.evaluation.Teaching;
import org.vellum.platform.usecase.Component;

/** On which line items somebody may send results. */
@Component
public class AllowedLineItems {
  private final Teaching teaching;

  @Inject
  public AllowedLineItems(Teaching teaching) {
    this.teaching = teaching;
  }

  /** Whether they may on the one with a {@code sourcedId}, as of now. */
  Predicate<String> to(Teaching.Teacher teacher) {
    if (teacher.all()) {
      return lineItem -> true;
    }
    Set<String> own = teaching.identifiers(teacher);
    return own::contains;
  }
}
