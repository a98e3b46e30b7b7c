package org.vellum.competency.lti.tool;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vellum.platform.usecase.Component;

/** Reads every course that has a class about once an hour; one that broke off, sooner again. */
@Component
public class ReadCourses {
  private static final Logger LOG = Logger.getLogger(ReadCourses.class.getName());
  private static final Duration OLD = Duration.ofHours(1);
  private static final Duration AGAIN = Duration.ofMinutes(15);
  private static final long LOOK_SECONDS = 300;
  private static final int MOST_PAGES = 2_000;

  private final Courses courses;
  private final ReadCourse readCourse;
  private final Clock clock;
  private final Semaphore end = new Semaphore(0);

  @Inject
  ReadCourses(Courses courses, ReadCourse readCourse, Clock clock) {
    this.courses = courses;
    this.readCourse = readCourse;
    this.clock = clock;
  }

  /** Begins, on a thread of the container's. */
  public void start(ThreadFactory threads) {
    threads.newThread(this::run).start();
  }

  /** Ends after the course that is being read. */
  public void stop() {
    end.release();
  }

  private void run() {
    try {
      while (!end.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS)) {
        readDue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readDue() {
    try {
      Instant now = clock.instant();
      courses
          .listDue(now.minus(OLD), now.minus(AGAIN))
          .forEach(course -> readCourse.read(course, MOST_PAGES));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Reading courses broke off: {0}", e.getClass().getSimpleName());
    }
  }
}
