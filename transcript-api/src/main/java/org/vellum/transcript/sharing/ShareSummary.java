package org.vellum.transcript.sharing;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a learner sees of one of their shares.
 *
 * @param id our own identifier of the share
 * @param link the address to give away; empty where the share shows nothing any more, or where the
 *     secret that opens it was changed
 * @param state what it does now
 * @param note for whom it was made; may be empty
 * @param createdAt when it was made
 * @param expiresAt from when it shows nothing any more
 * @param selected how many achievements were chosen; empty where the whole record is shared
 * @param coded whether it asks for an access code
 * @param views how often it was viewed
 * @param lastViewedAt when it was viewed last
 */
public record ShareSummary(
    UUID id,
    Optional<URI> link,
    ShareState state,
    String note,
    Instant createdAt,
    Instant expiresAt,
    Optional<Integer> selected,
    boolean coded,
    int views,
    Optional<Instant> lastViewedAt) {

  /** The last instant at which it shows something, to be told as a day. */
  public Instant lastDay() {
    return expiresAt.minusMillis(1);
  }

  /** Whether it can still be withdrawn. */
  public boolean isLive() {
    return state.isLive();
  }
}
