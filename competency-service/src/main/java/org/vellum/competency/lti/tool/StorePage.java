package org.vellum.competency.lti.tool;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.vellum.competency.evaluation.RecordResult;
import org.vellum.platform.usecase.UseCase;

/** Stores a page of a course, and where to go on, in one transaction. */
@UseCase
public class StorePage {
  private final Courses courses;
  private final CourseContents contents;
  private final RemoteResults results;
  private final RecordResult recordResult;
  private final Clock clock;

  @Inject
  public StorePage(
      Courses courses,
      CourseContents contents,
      RemoteResults results,
      RecordResult recordResult,
      Clock clock) {
    this.courses = courses;
    this.contents = contents;
    this.results = results;
    this.recordResult = recordResult;
    this.clock = clock;
  }

  /** Stores it. */
  public void store(LtiPlatform platform, Course course, CoursePage page, Courses.Place goOn) {
    Instant now = clock.instant();
    switch (page) {
      case CoursePage.OfMembers(List<CourseContents.CourseMember> members) ->
          members.forEach(member -> contents.put(course.id(), member, now));
      case CoursePage.OfLineItems(List<RemoteLineItem> items) ->
          items.forEach(item -> contents.put(course.id(), item, now));
      case CoursePage.OfResults read -> {
        RemoteResults.On on = results.on(platform, course, read.lineItem());
        read.results()
            .forEach(result -> results.changed(on, result, now).ifPresent(recordResult::record));
      }
    }
    courses.goOn(course.id(), goOn, now);
  }
}
