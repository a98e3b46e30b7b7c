package org.vellum.transcript.sharing;

import jakarta.inject.Inject;
import org.vellum.platform.usecase.UseCase;

/** Gives a pass for the right access code, so that a browser is asked for it once. */
@UseCase
public class UnlockShare {
  private final ShareDoor door;
  private final AccessPasses passes;

  @Inject
  public UnlockShare(ShareDoor door, AccessPasses passes) {
    this.door = door;
    this.passes = passes;
  }

  /** What came of it. */
  public sealed interface Result {
    /** The code is right; the pass opens the share for half an hour. */
    record Unlocked(String pass) implements Result {}

    /** The code is not right. */
    record WrongCode() implements Result {}

    /**
     * There is nothing at this link.
     *
     * @param reason for the log only: why there is nothing
     */
    record Nothing(String reason) implements Result {}
  }

  /**
   * Tries a code.
   *
   * @param token the secret part of the link
   * @param presented the code that was typed
   */
  public Result unlock(String token, Presented presented) {
    return switch (door.enter(token, presented)) {
      case Entry.Admitted admitted -> new Result.Unlocked(passes.issue(admitted.share()));
      case Entry.CodeNeeded() -> new Result.WrongCode();
      case Entry.WrongCode() -> new Result.WrongCode();
      case Entry.Closed(Entry.Reason reason) -> new Result.Nothing(reason.name());
    };
  }
}
