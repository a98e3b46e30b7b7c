package org.vellum.transcript.issuing;

import java.util.List;
import java.util.Optional;
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
   *
   * @param email the address that is to be told too, hashed; none by default
   */
  List<IdentityObject> identities(Learner told, Optional<String> email) {
    return Stream.of(
            Optional.of(told.name())
                .filter(name -> !name.isEmpty())
                .map(name -> IdentityObject.plain(name, "name")),
            Optional.of(IdentityObject.hashed(told.sourcedId(), "oneRosterSourcedId", salt)),
            email.map(address -> IdentityObject.hashed(address, "emailAddress", salt)))
        .flatMap(Optional::stream)
        .toList();
  }
}
