package org.vellum.competency.roster;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** How far the import of an archive has come; told by the thread that imports, seen by any. */
public final class ImportProgress {
  private final Instant beganAt;
  private final String actor;
  private final AtomicLong rows = new AtomicLong();
  private volatile long known;
  private volatile String doing = "Looking at the archive";

  /**
   * The progress of an import that begins.
   *
   * @param beganAt when it does
   * @param actor who imports
   */
  public ImportProgress(Instant beganAt, String actor) {
    this.beganAt = beganAt;
    this.actor = actor;
  }

  /** When it began. */
  public Instant beganAt() {
    return beganAt;
  }

  /** Who imports. */
  public String actor() {
    return actor;
  }

  /** What is done just now, in a few words. */
  public String doing() {
    return doing;
  }

  /** How many rows are done. */
  public long rows() {
    return rows.get();
  }

  /** How many there are; 0 while that is not known. */
  public long known() {
    return known;
  }

  /** How many rows there are is known now. */
  void knows(long all) {
    known = all;
  }

  /** Something else is done from now on. */
  void does(String what) {
    doing = what;
  }

  /** One row more is done. */
  void step() {
    rows.incrementAndGet();
  }
}
