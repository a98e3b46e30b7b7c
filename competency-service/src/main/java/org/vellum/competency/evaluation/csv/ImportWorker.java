package org.vellum.competency.evaluation.csv;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.usecase.Component;

/**
 * Takes in the files of results that were sent, one after the other, in a thread of its own. A
 * server that ends in between leaves its file, and another, or itself when it is up again, goes on
 * with it: rows that are stored already are known then.
 */
@Component
public class ImportWorker {
  private static final Logger LOG = Logger.getLogger(ImportWorker.class.getName());
  private static final long PAUSE_NANOS = 5_000_000_000L;

  /** Who says nothing of a file for so long does not go on with it any more. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  /** After so long nobody sends a file any more, or waits for the answer. */
  private static final Duration LONGEST_REQUEST = Duration.ofDays(1);

  private final ResultImports imports;
  private final SentFiles files;
  private final ImportResults importResults;
  private final AllowedLineItems allowed;
  private final Clock clock;
  private volatile boolean stopped;
  private volatile boolean stopping;
  private volatile @Nullable Thread thread;

  @Inject
  public ImportWorker(
      ResultImports imports,
      SentFiles files,
      ImportResults importResults,
      AllowedLineItems allowed,
      Clock clock) {
    this.imports = imports;
    this.files = files;
    this.importResults = importResults;
    this.allowed = allowed;
    this.clock = clock;
  }

  /**
   * Begins.
   *
   * @param threads the container's own
   */
  public void start(ThreadFactory threads) {
    Thread worker = threads.newThread(this::work);
    thread = worker;
    worker.start();
  }

  /** Ends; the rows that are being stored are stored first. */
  public void stop() {
    stopped = true;
    LockSupport.unpark(thread);
  }

  /** Ends it as a server does that is stopped while it takes something in. */
  void stopAfterThis() {
    stopping = true;
  }

  /** Has it look at once whether there is something to do. */
  void wake() {
    LockSupport.unpark(thread);
  }

  private void work() {
    forgetWhatIsLeft();
    while (!stopped) {
      try {
        takeIn();
      } catch (RuntimeException e) {
        // What a database or a row says may name a person: the kind of failure is enough.
        LOG.log(Level.WARNING, "Taking in results failed: {0}", e.getClass().getName());
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Forgets the files of requests that a server did not live to answer. */
  void forgetWhatIsLeft() {
    try {
      Instant now = clock.instant();
      files.forgetOthers(
          imports.listWaiting(now).stream().map(ResultImport::id).collect(Collectors.toSet()),
          now.minus(LONGEST_REQUEST));
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "Files of results are left: {0}", e.getClass().getName());
    }
  }

  /** Takes in what waits here. */
  void takeIn() {
    Instant silent = clock.instant().minus(SILENCE);
    for (ResultImport each : imports.listWaiting(silent)) {
      if (!stopped
          && Files.exists(files.path(each.id()))
          && imports.take(each.id(), silent, clock.instant())) {
        takeIn(each);
      }
    }
  }

  private void takeIn(ResultImport sent) {
    try {
      ImportResults.Result result =
          importResults.fromFile(
              files.path(sent.id()),
              sent.id(),
              sent.sentBy(),
              allowed.to(sent.teacher()),
              (done, known) -> tell(sent, done, known));
      switch (result) {
        case ImportResults.Result.Refused refused ->
            imports.end(
                sent.id(),
                Optional.of("The file cannot be read as results: nothing was stored."),
                refused.findings(),
                clock.instant());
        case ImportResults.Result other ->
            imports.end(sent.id(), Optional.empty(), List.of(), clock.instant());
      }
      files.forget(sent.id());
    } catch (Stopped e) {
      LOG.log(Level.INFO, "An import of results goes on when the server is up again.");
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "An import of results broke off: {0}", e.getClass().getName());
      imports.end(
          sent.id(),
          Optional.of(
              "It broke off by an error of the server. What was stored stays; sending the file"
                  + " again stores what is missing."),
          List.of(),
          clock.instant());
    }
  }

  private void tell(ResultImport sent, int done, int known) {
    imports.tell(sent.id(), done, known, clock.instant());
    if (stopped || stopping) {
      throw new Stopped();
    }
  }

  /** The server ends, and with it whatever is under way. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
