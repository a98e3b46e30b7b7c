package org.vellum.competency.evaluation.oneroster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.vellum.competency.evaluation.ClearResult;
import org.vellum.competency.evaluation.RecordAllOrNone;
import org.vellum.competency.evaluation.Recorded;
import org.vellum.competency.evaluation.SentResult;
import org.vellum.competency.evaluation.SingleResults;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;
import org.vellum.platform.security.Caller;
import org.vellum.platform.usecase.Component;

/** Takes in and takes back results of the client that calls, and says of the refused why. */
@Component
class ResultIntake {
  private final SingleResults singleResults;
  private final RecordAllOrNone recordAllOrNone;
  private final ClearResult clearResult;
  private final Caller caller;

  @Inject
  ResultIntake(
      SingleResults singleResults,
      RecordAllOrNone recordAllOrNone,
      ClearResult clearResult,
      Caller caller) {
    this.singleResults = singleResults;
    this.recordAllOrNone = recordAllOrNone;
    this.clearResult = clearResult;
    this.caller = caller;
  }

  /** The client that calls, whose results no other sees. */
  String client() {
    return caller.client().orElseThrow();
  }

  void store(ResultKind kind, String sourcedId, InputStream body) {
    ObjectNode result = Body.read(body, kind.singular());
    SentResult sent = ResultReader.read(kind, result, client(), sourcedId);
    refusal(kind, singleResults.record(sent))
        .ifPresent(why -> {
          throw new ImsxException(Fault.INVALID_DATA, why);
        });
  }

  /**
   * Takes in results that were posted. If one cannot be read or is refused, none is taken in: who
   * gets the standard's error may mend what it names and send all again. A registrar sees those
   * that were refused.
   *
   * @param fits whether a line item is one of those on which results may be posted here
   * @return the pairs of identifiers (GUIDPairSetDType)
   */
  ObjectNode storeAll(InputStream body, Predicate<String> fits) {
    List<SentResult> read = new ArrayList<>();
    for (ObjectNode each : Body.readAll(body, ResultKind.RESULT.plural())) {
      String sourcedId = new Members(each, "/result").identifier("sourcedId");
      read.add(ResultReader.read(ResultKind.RESULT, each, client(), sourcedId));
    }
    if (!read.stream().map(SentResult::lineItem).distinct().allMatch(fits)) {
      throw new ImsxException(
          Fault.INVALID_DATA, "A result is on another line item than those of this address.");
    }
    if (read.stream().map(SentResult::sourcedId).distinct().count() < read.size()) {
      throw new ImsxException(Fault.INVALID_DATA, "Two results have the same sourcedId.");
    }
    if (recordAllOrNone.record(read) instanceof RecordAllOrNone.Result.Refused(var why)) {
      Map.Entry<String, Recorded> first = why.entrySet().iterator().next();
      throw new ImsxException(
          Fault.INVALID_DATA,
          "Nothing was stored, since %d of %d were refused. %s: %s"
              .formatted(
                  why.size(),
                  read.size(),
                  first.getKey(),
                  refusal(ResultKind.RESULT, first.getValue()).orElseThrow()));
    }
    return ObjectIntake.pairs(read.stream().map(SentResult::sourcedId).toList());
  }

  void clear(ResultKind kind, String sourcedId) {
    if (!clearResult.clear(client(), sourcedId)) {
      throw new ImsxException(
          Fault.UNKNOWN_OBJECT,
          "Unknown Object: there is no such " + kind.singular() + " of yours.");
    }
  }

  private static Optional<String> refusal(ResultKind kind, Recorded recorded) {
    String place = "/" + kind.singular();
    return switch (recorded) {
      case Recorded.Stored stored -> Optional.empty();
      case Recorded.AlreadyKnown known -> Optional.empty();
      case Recorded.UnknownLearner unknown ->
          Optional.of(place + "/student is no learner of the roster.");
      case Recorded.UnknownLineItem unknown ->
          Optional.of(place + "/" + kind.lineItem() + " is no line item of the roster.");
      case Recorded.Stale stale ->
          Optional.of(
              place
                  + "/dateLastModified is stale: the result is known as of "
                  + stale.newest()
                  + ".");
      case Recorded.Overtaken overtaken ->
          Optional.of(
              place
                  + "/dateLastModified is stale: the same was sent before and changed since, as of "
                  + overtaken.newest()
                  + ". If it is to hold again, send it with a newer date.");
      case Recorded.Reassigned reassigned ->
          Optional.of(
              "A result keeps its student and line item. Delete it and send another instead.");
      case Recorded.ScoredInFuture future ->
          Optional.of(place + "/scoreDate lies more than a day ahead.");
      case Recorded.ModifiedInFuture future ->
          Optional.of(place + "/dateLastModified lies more than a day ahead.");
      case Recorded.Refused other -> Optional.of(other.sentence());
    };
  }
}
