package org.vellum.transcript.issuing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a learner's record would be if it were published now, against what it is.
 *
 * @param standing all achievements that stand
 * @param fresh achievements for which a credential would be signed
 * @param reused credentials that say what still stands, taken over as they were signed
 * @param corrections credentials to be revoked, because what they say was withdrawn
 * @param leftOut achievements that stand, but whose credential the registrar revoked
 * @param current the current record
 * @param currentAchievements the credentials in the current record
 * @param currentRevoked whether the current record was revoked
 * @param currentDisbelieved whether a key signed the current record that was compromised by then
 */
record RecordDraft(
    List<Achieved> standing,
    List<Achieved> fresh,
    List<IssuedAchievement> reused,
    List<IssuedAchievement> corrections,
    List<Achieved> leftOut,
    Optional<PublishedRecord> current,
    Set<UUID> currentAchievements,
    boolean currentRevoked,
    boolean currentDisbelieved) {

  /** Whether nothing would be in it. */
  boolean isEmpty() {
    return fresh.isEmpty() && reused.isEmpty();
  }

  /** The current record, if it stands and says just this. */
  Optional<PublishedRecord> unchanged() {
    Set<UUID> kept = reused.stream().map(IssuedAchievement::id).collect(Collectors.toSet());
    return current.filter(record ->
        !currentRevoked
            && !currentDisbelieved
            && fresh.isEmpty()
            && kept.equals(currentAchievements));
  }

  /** Whether publishing would do anything. */
  boolean changes() {
    if (!corrections.isEmpty()) {
      return true;
    }
    return isEmpty() ? current.isPresent() && !currentRevoked : unchanged().isEmpty();
  }
}
