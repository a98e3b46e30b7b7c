package org.vellum.search.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A search that an employer keeps. It is saved, looked through again and again while the employer
 * comes to see it, and deleted.
 *
 * @param id its identifier
 * @param employer who keeps it: a sign-in name, or {@code client:<id>}
 * @param name what the employer calls it
 * @param address what is asked, as an address has it
 * @param createdAt when it was saved
 * @param asleep whether the employer has not come for so long that it is not looked through
 * @param narrow whether fewer than five lay within its filters lately
 * @param fed whether it has a feed
 * @param mail whom mail goes to, if to anybody
 * @param fresh how many were found since it was saved and let themselves be found
 */
public record SavedSearch(
    UUID id,
    String employer,
    String name,
    String address,
    Instant createdAt,
    boolean asleep,
    boolean narrow,
    boolean fed,
    Optional<Mail> mail,
    int fresh) {

  /**
   * Whom mail goes to.
   *
   * @param address the address
   * @param state how far it is
   * @param every how often at most
   * @param fault what the mail server said when it refused the last letter
   * @param nextAt before this nothing is sent
   */
  public record Mail(
      String address, State state, Every every, Optional<String> fault, Instant nextAt) {}

  /** How far it is with an address. */
  public enum State {
    /** It is to be asked whether it wants mail. */
    UNSENT,
    /** It was asked. */
    ASKED,
    /** It wants mail. */
    CONFIRMED,
    /** The server refused too often. */
    FAILED;

    /** In words. */
    public String words() {
      return switch (this) {
        case UNSENT -> "about to be asked whether it wants mail";
        case ASKED -> "asked whether it wants mail; it gets some once the link in it is followed";
        case CONFIRMED -> "gets mail when somebody new is found";
        case FAILED -> "given up, since the mail server refused again and again";
      };
    }
  }

  /** How often mail is sent at most. */
  public enum Every {
    HOUR,
    DAY
  }
}
