package org.vellum.competency.lti.tool;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.lti.Lti;
import org.vellum.platform.signing.TokenSigner;
import org.vellum.platform.usecase.Component;

/**
 * Reads a course from where it broke off last: its members, its line items, and the results of
 * those that are mapped. Waits for the platform outside of any transaction.
 */
@Component
public class ReadCourse {
  private static final Duration MOST_TIME = Duration.ofMinutes(10);
  private static final String MEMBERS = "members";
  private static final String LINE_ITEMS = "line items";
  private static final String RESULTS = "results";
  private static final String IDLE = "idle";

  private final LtiPlatforms platforms;
  private final Courses courses;
  private final CourseContents contents;
  private final PlatformClient client;
  private final StorePage storePage;
  private final TokenSigner signer;
  private final Clock clock;

  @Inject
  public ReadCourse(
      LtiPlatforms platforms,
      Courses courses,
      CourseContents contents,
      PlatformClient client,
      StorePage storePage,
      TokenSigner signer,
      Clock clock) {
    this.platforms = platforms;
    this.courses = courses;
    this.contents = contents;
    this.client = client;
    this.storePage = storePage;
    this.signer = signer;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Result {
    /** All of it is read. */
    record Whole() implements Result {}

    /** So many pages are read; the rest waits for the next time. */
    record Partly(int pages) implements Result {}

    /** It broke off for this reason, half a sentence; what was read is kept. */
    record BrokeOff(String why) implements Result {}

    /** Somebody else reads it just now, or there is no such course. */
    record NotNow() implements Result {}
  }

  /**
   * Reads it.
   *
   * @param mostPages after so many pages the rest is left for the next time
   */
  public Result read(UUID id, int mostPages) {
    Instant now = clock.instant();
    Optional<LtiPlatform> platform =
        courses.find(id).flatMap(course -> platforms.find(course.platform()));
    if (platform.isEmpty() || !courses.take(id, now, now.plus(MOST_TIME))) {
      return new Result.NotNow();
    }
    Optional<String> failure = Optional.of("it broke off");
    try {
      Result result = read(platform.get(), id, mostPages);
      failure = result instanceof Result.BrokeOff(String why) ? Optional.of(why) : Optional.empty();
      return result;
    } finally {
      courses.release(id, failure, clock.instant());
    }
  }

  private Result read(LtiPlatform platform, UUID id, int mostPages) {
    if (!signer.isReady()) {
      return new Result.BrokeOff("vellum.platform.key-secret is not set");
    }
    try {
      Course course = courses.find(id).orElseThrow();
      String token = client.token(platform, scope(course));
      int pages = 0;
      do {
        if (pages == mostPages) {
          return new Result.Partly(pages);
        }
        step(platform, course, token);
        pages++;
        course = courses.find(id).orElseThrow();
      } while (!course.step().equals(IDLE));
      return new Result.Whole();
    } catch (PlatformException e) {
      return new Result.BrokeOff(String.valueOf(e.getMessage()));
    }
  }

  /** What is needed, and of that what the platform let us ask for. */
  private static String scope(Course course) {
    StringBuilder scope = new StringBuilder();
    if (course.lineItemsUri().isPresent()) {
      boolean readsOnly = !course.scopes().contains(Lti.LINE_ITEM);
      scope.append(readsOnly ? Lti.LINE_ITEM_READ : Lti.LINE_ITEM);
      scope.append(' ').append(Lti.RESULT_READ);
    }
    if (course.membershipsUri().isPresent()) {
      scope.append(scope.isEmpty() ? "" : " ").append(Lti.MEMBERSHIP);
    }
    return scope.toString();
  }

  private void step(LtiPlatform platform, Course course, String token) throws PlatformException {
    switch (course.step()) {
      case RESULTS -> results(platform, course, token);
      case LINE_ITEMS -> lineItems(platform, course, token);
      default -> members(platform, course, token);
    }
  }

  private void members(LtiPlatform platform, Course course, String token) throws PlatformException {
    Optional<String> address = course.nextUri().or(course::membershipsUri);
    if (address.isEmpty()) {
      lineItems(platform, course, token);
      return;
    }
    PlatformClient.Page page = client.page(address.get(), token, Lti.MEMBERS_TYPE);
    Courses.Place goOn =
        page.next().isPresent()
            ? new Courses.Place(MEMBERS, page.next(), Optional.empty())
            : new Courses.Place(LINE_ITEMS, Optional.empty(), Optional.empty());
    storePage.store(platform, course, CoursePage.members(page.body()), goOn);
  }

  private void lineItems(LtiPlatform platform, Course course, String token)
      throws PlatformException {
    Optional<String> address = course.nextUri().or(course::lineItemsUri);
    if (address.isEmpty()) {
      throw new PlatformException("no launch has told where its gradebook is");
    }
    PlatformClient.Page page = client.page(address.get(), token, Lti.LINE_ITEMS_TYPE);
    Courses.Place goOn =
        page.next().isPresent()
            ? new Courses.Place(LINE_ITEMS, page.next(), Optional.empty())
            : ofResults(course, Optional.empty());
    storePage.store(platform, course, CoursePage.lineItems(page.body()), goOn);
  }

  private void results(LtiPlatform platform, Course course, String token) throws PlatformException {
    RemoteLineItem item =
        course.nextLineItem().flatMap(id -> contents.findLineItem(course.id(), id)).orElseThrow();
    String address = course.nextUri().orElseGet(item::results);
    PlatformClient.Page page = client.page(address, token, Lti.RESULTS_TYPE);
    Courses.Place goOn =
        page.next().isPresent()
            ? new Courses.Place(RESULTS, page.next(), Optional.of(item.id()))
            : ofResults(course, Optional.of(item.id()));
    storePage.store(platform, course, CoursePage.results(page.body(), item), goOn);
  }

  private Courses.Place ofResults(Course course, Optional<UUID> after) {
    return contents
        .nextMapped(course.id(), after)
        .map(item -> new Courses.Place(RESULTS, Optional.empty(), Optional.of(item.id())))
        .orElseGet(() -> new Courses.Place(IDLE, Optional.empty(), Optional.empty()));
  }
}
