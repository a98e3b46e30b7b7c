package org.vellum.transcript.issuing;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.vellum.credentials.openbadges.IdentityObject;
import org.vellum.transcript.records.Learner;

/**
 * A learner as the subject of credentials.
 *
 * @param learner our own identifier of the learner, which no credential shows
 * @param subject random identifier that stands for the learner in all of the learner's credentials
 * @param salt text that is appended before an identity is hashed
 */
record Holder(UUID learner, UUID subject, String salt) {

  /**
   * The subject's id in credentials: the same in all, so that a record and its parts are of one.
   */
  String subjectId() {
    return "urn:uuid:" + subject;
  }

  /**
   * Who the learner is, for a reader: the name in clear, since a transcript names its holder; the
   * roster's identifier hashed, so that only who knows it can confirm it.
   */
  List<IdentityObject> identities(Learner told) {
    IdentityObject sourcedId = IdentityObject.hashed(told.sourcedId(), "oneRosterSourcedId", salt);
    return told.name().isEmpty()
        ? List.of(sourcedId)
        : Stream.of(IdentityObject.plain(told.name(), "name"), sourcedId).toList();
  }
}
