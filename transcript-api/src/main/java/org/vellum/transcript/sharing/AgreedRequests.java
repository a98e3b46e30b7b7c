package org.vellum.transcript.sharing;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.vellum.contracts.RecordRequestAgreed;
import org.vellum.platform.event.EventConsumer;
import org.vellum.platform.event.EventContext;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.issuing.PublishedRecord;
import org.vellum.transcript.issuing.PublishedRecords;
import org.vellum.transcript.records.Learner;
import org.vellum.transcript.records.Learners;

/**
 * Makes the link to which a learner agreed when an employer asked. Where none can be made, because
 * nothing is published any more or the last day is over, the employer is led to nothing.
 */
@Component
public class AgreedRequests implements EventConsumer {
  private static final System.Logger LOG = System.getLogger(AgreedRequests.class.getName());

  private final Learners learners;
  private final PublishedRecords records;
  private final CreateShare createShare;
  private final RequestedShares requested;

  @Inject
  AgreedRequests(
      Learners learners,
      PublishedRecords records,
      CreateShare createShare,
      RequestedShares requested) {
    this.learners = learners;
    this.records = records;
    this.createShare = createShare;
    this.requested = requested;
  }

  @Override
  public String cursor() {
    return "transcript.agreed-requests";
  }

  @Override
  public Set<Class<? extends Record>> reads() {
    return Set.of(RecordRequestAgreed.class);
  }

  @Override
  public void consume(Record event, EventContext context) {
    RecordRequestAgreed agreed = (RecordRequestAgreed) event;
    Optional<Learner> learner = learners.find(agreed.learner());
    if (learner.isEmpty() || requested.knows(agreed.request())) {
      return;
    }
    CreateShare.Wish wish =
        new CreateShare.Wish(Optional.empty(), agreed.lastDay(), note(agreed.employer()), "");
    // By the learner who agreed: a sign-in name may be somebody else's by now.
    Optional<PublishedRecord> record = records.findCurrent(agreed.learner());
    switch (createShare.create(record, learner.get().username(), wish)) {
      case CreateShare.Result.Created created ->
          requested.add(agreed.request(), created.share(), agreed.employer());
      case CreateShare.Result.Refused(var reasons) ->
          LOG.log(
              System.Logger.Level.WARNING,
              "No link was made for the request {0}: {1}",
              agreed.request(),
              reasons);
    }
  }

  private static String note(String employer) {
    String note = "Asked for by " + employer;
    return note.length() <= CreateShare.LONGEST_NOTE
        ? note
        : note.substring(0, CreateShare.LONGEST_NOTE);
  }
}
