package org.vellum.competency.catalogue.change;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.vellum.competency.catalogue.CatalogueInForce;
import org.vellum.competency.catalogue.Program;
import org.vellum.platform.usecase.UseCase;

/** Tells of the programs that were in force before anybody was told of programs. */
@UseCase
public class AnnounceCatalogue {
  private final CatalogueInForce inForce;
  private final AnnouncedPrograms announced;
  private final AnnouncePrograms programs;

  @Inject
  public AnnounceCatalogue(
      CatalogueInForce inForce, AnnouncedPrograms announced, AnnouncePrograms programs) {
    this.inForce = inForce;
    this.announced = announced;
    this.programs = programs;
  }

  /** Announces those of which no event has told; again, nothing. */
  public void announce() {
    Set<String> known = announced.codes();
    List<Program> missing =
        inForce.programs().values().stream()
            .filter(program -> !known.contains(program.code()))
            .toList();
    missing.forEach(program -> programs.changed(program, inForce.courses().values()));
  }
}
