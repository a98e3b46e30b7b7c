package org.vellum.competency.catalogue.change;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** The codes of the programs of which an event has told. */
@Repository
public class AnnouncedPrograms {
  private final Jdbi jdbi;

  @Inject
  public AnnouncedPrograms(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Set<String> codes() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select code from competency.announced_program")
            .mapTo(String.class)
            .set());
  }

  void add(Collection<String> codes) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "insert into competency.announced_program select unnest(:codes)"
                    + " on conflict do nothing")
            .bindArray("codes", String.class, codes)
            .execute());
  }
}
