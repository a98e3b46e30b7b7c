package org.vellum.transcript.sharing;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.security.SecretHash;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;
import org.vellum.transcript.issuing.IssuedAchievement;
import org.vellum.transcript.issuing.PublishedRecord;
import org.vellum.transcript.issuing.PublishedRecords;

/** Makes a link by which the learner shows the record, or chosen achievements of it. */
@UseCase
public class CreateShare {
  /** How long a share lasts at most, counted from the day it is made. */
  public static final Period LONGEST = Period.ofYears(2);

  private static final int MOST_SHARES = 100;
  static final int LONGEST_NOTE = 100;
  private static final int SHORTEST_CODE = 6;
  private static final int LONGEST_CODE = 100;

  private final PublishedRecords records;
  private final Shares shares;
  private final ShareLinks links;
  private final SelectionSigner signer;
  private final AuditLog audit;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public CreateShare(
      PublishedRecords records,
      Shares shares,
      ShareLinks links,
      SelectionSigner signer,
      AuditLog audit,
      Clock clock,
      Ids ids) {
    this.records = records;
    this.shares = shares;
    this.links = links;
    this.signer = signer;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * What the learner wants.
   *
   * @param chosen the achievements to show; empty for the whole record
   * @param lastDay the last day on which the link shows something, in UTC
   * @param note for whom it is made; may be empty
   * @param accessCode a code that whoever has the link must know too; empty for none
   */
  public record Wish(
      Optional<Set<UUID>> chosen, LocalDate lastDay, String note, String accessCode) {}

  /** What came of it. */
  public sealed interface Result {
    /** The share with this identifier shows what was wished. */
    record Created(UUID share, String token) implements Result {}

    /** Nothing was made, for these reasons. */
    record Refused(List<ShareRefusal> reasons) implements Result {}
  }

  /** Makes a share of the record of the learner who signs in under this name. */
  public Result create(String username, Wish wish) {
    return create(records.findCurrentOf(username), username, wish);
  }

  /**
   * Makes a share of a learner's current record.
   *
   * @param username by whom it is made
   */
  Result create(Optional<PublishedRecord> found, String username, Wish wish) {
    if (found.isEmpty()) {
      return new Result.Refused(List.of(ShareRefusal.NOTHING_PUBLISHED));
    }
    PublishedRecord record = found.get();
    List<ShareRefusal> reasons = reasons(wish, record);
    if (!reasons.isEmpty()) {
      return new Result.Refused(reasons);
    }
    String token = links.token();
    Share share = share(wish, record, token, username);
    shares.add(share, token);
    audit.record(
        AuditEntry.of(
            username,
            "share-created",
            share.id().toString(),
            Map.of(
                "record", record.id().toString(),
                "expires", share.expiresAt().toString(),
                "achievements", wish.chosen().map(set -> "" + set.size()).orElse("all"))));
    return new Result.Created(share.id(), token);
  }

  private List<ShareRefusal> reasons(Wish wish, PublishedRecord record) {
    List<ShareRefusal> reasons = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (wish.chosen().filter(Set::isEmpty).isPresent()) {
      reasons.add(ShareRefusal.NOTHING_CHOSEN);
    }
    if (wish.chosen().isPresent() && !idsOf(record).containsAll(wish.chosen().get())) {
      reasons.add(ShareRefusal.UNKNOWN_ACHIEVEMENT);
    }
    if (!wish.lastDay().isAfter(today)) {
      reasons.add(ShareRefusal.EXPIRY_NOT_IN_FUTURE);
    }
    if (wish.lastDay().isAfter(today.plus(LONGEST))) {
      reasons.add(ShareRefusal.EXPIRY_TOO_LATE);
    }
    if (wish.note().strip().length() > LONGEST_NOTE) {
      reasons.add(ShareRefusal.NOTE_TOO_LONG);
    }
    int code = wish.accessCode().strip().length();
    if (code > 0 && (code < SHORTEST_CODE || code > LONGEST_CODE)) {
      reasons.add(ShareRefusal.CODE_LENGTH);
    }
    if (shares.countLive(record.learner()) >= MOST_SHARES) {
      reasons.add(ShareRefusal.TOO_MANY);
    }
    return reasons;
  }

  private List<UUID> idsOf(PublishedRecord record) {
    return records.listAchievements(record.id()).stream().map(IssuedAchievement::id).toList();
  }

  private Share share(Wish wish, PublishedRecord record, String token, String username) {
    UUID id = ids.next();
    Instant expiresAt = wish.lastDay().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    String code = wish.accessCode().strip();
    return new Share(
        id,
        record.learner(),
        record.id(),
        clock.instant(),
        expiresAt,
        wish.note().strip(),
        links.seal(id, token),
        code.isEmpty() ? Optional.empty() : Optional.of(SecretHash.of(code, ids)),
        0,
        Optional.empty(),
        Optional.empty(),
        wish.chosen().map(chosen -> signer.sign(record, chosen, username)));
  }
}
