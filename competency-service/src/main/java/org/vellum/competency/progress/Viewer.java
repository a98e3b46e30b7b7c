package org.vellum.competency.progress;

import java.util.Optional;
import org.vellum.platform.security.Caller;
import org.vellum.platform.security.Roles;

/**
 * Who looks at learners.
 *
 * @param person sign-in name of the person
 * @param registrar whether all learners may be seen
 * @param faculty whether those may be seen who are enrolled in a class that the person teaches
 */
public record Viewer(Optional<String> person, boolean registrar, boolean faculty) {

  /** Who calls. A learner sees nobody but himself or herself. */
  public static Viewer of(Caller caller) {
    return new Viewer(caller.person(), caller.has(Roles.REGISTRAR), caller.has(Roles.FACULTY));
  }

  /** Whether others than oneself may be seen at all. */
  public boolean seesOthers() {
    return registrar || faculty;
  }
}
