package org.vellum.competency.catalogue.change;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vellum.competency.catalogue.CatalogueDocument;
import org.vellum.competency.catalogue.CourseEntry;
import org.vellum.competency.catalogue.Program;
import org.vellum.competency.catalogue.model.Requirement.OfCourse;
import org.vellum.competency.roster.Course;
import org.vellum.competency.roster.Roster;
import org.vellum.contracts.ProgramPublished;
import org.vellum.contracts.ProgramPublished.ProgramCourse;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.usecase.Component;

/** Announces the programs of which something differs that the event tells. */
@Component
public class AnnouncePrograms {
  private final Roster roster;
  private final EventLog events;
  private final AnnouncedPrograms announced;

  @Inject
  public AnnouncePrograms(Roster roster, EventLog events, AnnouncedPrograms announced) {
    this.roster = roster;
    this.events = events;
    this.announced = announced;
  }

  /** Announces what is in a catalogue now and was not so before. */
  void changed(CatalogueDocument before, CatalogueDocument now) {
    List<ProgramPublished> known = published(before.programs(), before.courses());
    announce(
        published(now.programs(), now.courses()).stream()
            .filter(program -> !known.contains(program))
            .toList());
  }

  /** Announces one program with the courses as the catalogue has them. */
  void changed(Program program, Collection<CourseEntry> courses) {
    announce(published(List.of(program), courses));
  }

  private void announce(List<ProgramPublished> programs) {
    events.announceAll(programs, ProgramPublished::subject);
    announced.add(programs.stream().map(ProgramPublished::code).toList());
  }

  private List<ProgramPublished> published(
      List<Program> programs, Collection<CourseEntry> entries) {
    Map<String, String> titles =
        roster.findCourses(programs.stream().flatMap(AnnouncePrograms::courses).toList()).stream()
            .collect(Collectors.toMap(Course::sourcedId, Course::title));
    Map<String, Optional<BigDecimal>> credits = new HashMap<>();
    entries.forEach(entry -> credits.put(entry.courseSourcedId(), entry.credits()));
    return programs.stream().map(program -> published(program, titles, credits)).toList();
  }

  private static ProgramPublished published(
      Program program, Map<String, String> titles, Map<String, Optional<BigDecimal>> credits) {
    return new ProgramPublished(
        program.code(),
        program.title(),
        program.credentialLevel(),
        courses(program)
            .map(course ->
                new ProgramCourse(
                    course,
                    titles.getOrDefault(course, course),
                    credits.getOrDefault(course, Optional.empty())))
            .toList(),
        competencies(program));
  }

  /** The courses that it lists, and after them those that only its requirements name. */
  private static Stream<String> courses(Program program) {
    Stream<String> required =
        program.requirements().stream()
            .flatMap(each -> each.requirement().all())
            .filter(OfCourse.class::isInstance)
            .map(node -> ((OfCourse) node).course())
            .sorted();
    return Stream.concat(program.courses().stream(), required).distinct();
  }

  private static List<UUID> competencies(Program program) {
    return program.requirements().stream()
        .flatMap(each -> each.requirement().competencies().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
