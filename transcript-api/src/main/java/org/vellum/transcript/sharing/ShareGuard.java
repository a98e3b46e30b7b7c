package org.vellum.transcript.sharing;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vellum.platform.limits.ClientAddress;
import org.vellum.platform.limits.RateLimit;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.problem.ProblemException;
import org.vellum.platform.usecase.Component;

/**
 * Stands before everything that is asked for by a link: counts, logs, and gives the empty answer.
 */
@Component
public class ShareGuard {
  /** Header in which a program sends the access code. */
  public static final String CODE_HEADER = "X-Access-Code";

  /** Cookie in which a browser brings the pass that it got for the right code. */
  public static final String PASS_COOKIE = "vellum-share-pass";

  private static final Logger LOG = Logger.getLogger(ShareGuard.class.getName());
  private static final int VISITS = 120;
  private static final Duration VISITS_WINDOW = Duration.ofMinutes(1);
  private static final int PRINTS = 20;
  private static final Duration PRINTS_WINDOW = Duration.ofMinutes(1);
  private static final int CODES = 30;
  private static final Duration CODES_WINDOW = Duration.ofMinutes(15);

  private final RateLimit limit;
  private final ClientAddress addresses;

  @Inject
  public ShareGuard(RateLimit limit, ClientAddress addresses) {
    this.limit = limit;
    this.addresses = addresses;
  }

  /**
   * Counts before anything is looked up: a visit, and an attempt at a code if one is brought.
   *
   * @param address the visitor's address, as the container tells it
   * @param presented what is brought beside the link
   * @throws ProblemException if there were too many from this address
   */
  public void admit(String address, Presented presented) {
    count(addresses.key("share-visit", address), VISITS, VISITS_WINDOW);
    if (presented.code().isPresent()) {
      count(addresses.key("share-code", address), CODES, CODES_WINDOW);
    }
  }

  /**
   * Counts a PDF before it is laid out, which costs much more than a visit.
   *
   * @param address the visitor's address, as the container tells it
   * @throws ProblemException if there were too many from this address
   */
  public void admitPrint(String address) {
    count(addresses.key("share-print", address), PRINTS, PRINTS_WINDOW);
  }

  /** The empty answer: what any address says at which there never was anything. */
  public ProblemException nothing(String reason) {
    LOG.log(Level.INFO, "A share link showed nothing: {0}", reason);
    return Problem.of(404, "Not found", "There is nothing at this address.").exception();
  }

  private void count(String key, int maximum, Duration window) {
    if (!limit.allow(key, maximum, window)) {
      LOG.log(Level.WARNING, "Too many requests for share links from one address");
      throw Problem.of(429, "Too many requests", "Please wait a while and try again.").exception();
    }
  }
}
