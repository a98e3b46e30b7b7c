package org.vellum.competency.framework.importing;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.importing.Previews.Preview;
import org.vellum.platform.pages.Page;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.Component;

/** The pages on which a registrar imports frameworks and decides on what is imported again. */
@Component
public class ImportPages {
  /** Told where nothing was taken in. */
  public static final String NOT_TAKEN = "The package was not taken in; nothing was changed.";

  /** Told where there is nothing to decide. */
  public static final String SAME = "The same framework is here already; nothing changed.";

  private static final String FOLDER = "org/vellum/competency/framework/importing/";

  private final Plans plans;
  private final Revisions revisions;
  private final Clock clock;

  @Inject
  public ImportPages(Plans plans, Revisions revisions, Clock clock) {
    this.plans = plans;
    this.revisions = revisions;
    this.clock = clock;
  }

  /**
   * The ways to import, and the plans that wait.
   *
   * @param findings why something was refused; empty if nothing was
   * @param why the same in a sentence
   */
  public Page imports(List<Finding> findings, String why) {
    Map<String, Object> model = new HashMap<>();
    model.put("plans", plans.list(clock.instant()));
    model.put("findings", findings);
    model.put("why", why);
    model.put("tokenAddress", "");
    model.put("clientId", "");
    model.put("scope", "");
    return Page.of(FOLDER + "imports", model);
  }

  /** What a plan would do, and the choice. */
  Page plan(Preview preview) {
    Map<String, Object> model = new HashMap<>();
    model.put("plan", preview.plan());
    model.put("title", preview.title());
    model.put("known", preview.here().isPresent());
    model.put("draft", preview.here().map(Framework::draft).orElse(false));
    model.put("stale", preview.stale());
    model.put("mayMerge", preview.mayMerge());
    model.put("differences", preview.differences());
    model.put("breaks", preview.breaks());
    model.put("findings", preview.plan().findings());
    return Page.of(FOLDER + "plan", model);
  }

  /** What a framework was before merges. */
  Page revisions(Framework framework, Audience audience) {
    return Page.of(
        FOLDER + "revisions",
        Map.of(
            "framework", framework,
            "registrar", audience.seesDrafts(),
            "revisions", revisions.list(framework.identifier(), audience)));
  }
}
