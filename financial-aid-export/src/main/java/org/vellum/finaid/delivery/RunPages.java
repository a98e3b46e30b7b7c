package org.vellum.finaid.delivery;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vellum.finaid.delta.RunChanges;
import org.vellum.finaid.run.Run;
import org.vellum.finaid.run.RunProfile;
import org.vellum.finaid.run.RunStatus;
import org.vellum.finaid.run.Runs;
import org.vellum.platform.pages.Page;
import org.vellum.platform.usecase.Component;

/** Makes the pages of runs. */
@Component
public class RunPages {
  private static final String TEMPLATES = "org/vellum/finaid/delivery/";
  private static final int ROWS = 25;

  private final Runs runs;
  private final RunChanges changes;
  private final Deliveries deliveries;
  private final PackageFiles files;
  private final Clock clock;

  @Inject
  public RunPages(
      Runs runs, RunChanges changes, Deliveries deliveries, PackageFiles files, Clock clock) {
    this.runs = runs;
    this.changes = changes;
    this.deliveries = deliveries;
    this.files = files;
    this.clock = clock;
  }

  Page list(int asked) {
    int page = Math.clamp(asked, 1, 10_000);
    List<Run> found = runs.list((page - 1) * ROWS, ROWS + 1);
    return Page.of(
        TEMPLATES + "runs",
        Map.of(
            "runs",
            found.subList(0, Math.min(ROWS, found.size())),
            "page",
            page,
            "hasMore",
            found.size() > ROWS,
            "profiles",
            List.of(RunProfile.values())));
  }

  Page run(Run run) {
    Instant now = clock.instant();
    Map<String, Object> model = new HashMap<>();
    model.put("run", run);
    model.put("percent", run.percent());
    model.put("readyAt", run.readyAt(now));
    model.put("underWay", run.state() == RunStatus.REQUESTED || run.state() == RunStatus.RUNNING);
    model.put("held", run.state() == RunStatus.HELD);
    model.put("files", files.list(run));
    model.put("deliveries", deliveries.list(run.id()));
    model.put("counts", changes.counts(run.id()));
    return Page.of(TEMPLATES + "run", model);
  }

  Page changes(Run run, String kind, String after) {
    List<RunChanges.Change> found = changes.list(run.id(), kind, after, ROWS + 1);
    boolean more = found.size() > ROWS;
    List<RunChanges.Change> shown = more ? found.subList(0, ROWS) : found;
    return Page.of(
        TEMPLATES + "changes",
        Map.of(
            "run",
            run,
            "previous",
            run.previous().flatMap(runs::find),
            "counts",
            changes.counts(run.id()),
            "entities",
            changes.countsByEntity(run.id()),
            "causes",
            changes.countsByCause(run.id()),
            "kind",
            kind,
            "changes",
            shown,
            "next",
            more ? shown.getLast().learner() : ""));
  }
}
