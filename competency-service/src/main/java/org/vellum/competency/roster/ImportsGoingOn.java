package org.vellum.competency.roster;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vellum.platform.usecase.Component;

/**
 * The imports of archives that go on on this server. They are not in the database: an import is one
 * transaction, of which nobody sees anything before its end.
 */
@Component
public class ImportsGoingOn {
  private final Set<ImportProgress> all = ConcurrentHashMap.newKeySet();

  /** They, the first to begin first. */
  public List<ImportProgress> list() {
    return all.stream().sorted(Comparator.comparing(ImportProgress::beganAt)).toList();
  }

  void begin(ImportProgress progress) {
    all.add(progress);
  }

  void end(ImportProgress progress) {
    all.remove(progress);
  }
}
