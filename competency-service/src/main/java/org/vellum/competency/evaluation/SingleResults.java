package org.vellum.competency.evaluation;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vellum.platform.usecase.Component;
import org.vellum.platform.usecase.OutsideOfTransactions;

/**
 * Takes in results that come one by one, from many senders at once. Those of one source that come
 * while others of it are being stored are stored together as soon as these are, in one transaction;
 * one that comes by itself does not wait. Each is answered for itself.
 */
@Component
@OutsideOfTransactions
public class SingleResults {
  private final RecordArrived recordArrived;
  private final Map<String, Gathering> bySource = new ConcurrentHashMap<>();

  @Inject
  public SingleResults(RecordArrived recordArrived) {
    this.recordArrived = recordArrived;
  }

  /**
   * Stores a result, or keeps it among the rejected if something speaks against it. The answer
   * comes when it is committed, so nobody who has a transaction may ask.
   */
  public Recorded record(SentResult sent) {
    return record(new Arrived(sent, false));
  }

  /**
   * The same, but one that is not newer than all that is known of it is left alone. A source that
   * repeats what it said last is told that it is known.
   */
  public Recorded recordNewer(SentResult sent) {
    return record(new Arrived(sent, true));
  }

  /** There are as many sources as clients and tools that a registrar has let in. */
  private Recorded record(Arrived arrived) {
    return bySource
        .computeIfAbsent(arrived.sent().source(), any -> new Gathering(recordArrived::record))
        .record(arrived);
  }
}
