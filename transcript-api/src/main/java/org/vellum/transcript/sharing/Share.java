package org.vellum.transcript.sharing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A link by which a learner shows a record: made, viewed by whoever holds it, perhaps locked for a
 * while after wrong access codes, and at last expired or withdrawn. A share of the whole record
 * follows it to its newest version; a share of chosen achievements stays as it was signed.
 *
 * @param id our own identifier, which gives no access
 * @param learner whose record it shows
 * @param record the record that was current when the share was made
 * @param createdAt when it was made
 * @param expiresAt from when it shows nothing any more
 * @param note for whom it was made, in the learner's words; may be empty
 * @param sealedToken the link's secret, encrypted
 * @param accessCode what is kept of the access code, where one is asked for
 * @param wrongCodes wrong codes since the last right one or the last lock
 * @param lockedUntil until when it shows nothing because of wrong codes; empty if it never was
 * @param withdrawnAt when the learner withdrew it; empty if it was not
 * @param selection the chosen achievements; empty where the whole record is shared
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to be decrypted, never compared
record Share(
    UUID id,
    UUID learner,
    UUID record,
    Instant createdAt,
    Instant expiresAt,
    String note,
    byte[] sealedToken,
    Optional<String> accessCode,
    int wrongCodes,
    Optional<Instant> lockedUntil,
    Optional<Instant> withdrawnAt,
    Optional<Selection> selection) {

  /** How often in a row a wrong access code may be tried before the share is locked. */
  static final int WRONG_CODES = 5;

  /** What it does at an instant. */
  ShareState state(Instant at) {
    if (withdrawnAt.isPresent()) {
      return ShareState.WITHDRAWN;
    }
    if (!at.isBefore(expiresAt)) {
      return ShareState.EXPIRED;
    }
    return lockedUntil.filter(at::isBefore).isPresent() ? ShareState.LOCKED : ShareState.OPEN;
  }
}
