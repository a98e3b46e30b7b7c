package org.vellum.transcript.issuer;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.vellum.platform.pages.Page;
import org.vellum.platform.usecase.Component;

/** Makes the administrator's page of the keys: their list, and the form that marks one. */
@Component
public class KeysPage {
  private static final String TEMPLATE = "org/vellum/transcript/issuer/keys";

  private final Issuer issuer;
  private final SigningKeys keys;
  private final Clock clock;

  @Inject
  public KeysPage(Issuer issuer, SigningKeys keys, Clock clock) {
    this.issuer = issuer;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * What was filled in, to be shown again if it was refused.
   *
   * @param key verification method
   * @param since day and time in UTC, as typed
   * @param reason why
   */
  record Filled(String key, String since, String reason) {}

  /** The page with an empty form. */
  public Page of() {
    return of(new Filled("", "", ""), List.of());
  }

  Page of(Filled filled, List<KeyRefusal> refusals) {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Page.of(
        TEMPLATE,
        Map.of(
            "keys",
            keys.list(issuer.did()),
            "filled",
            filled,
            "refusals",
            refusals,
            "latest",
            now.truncatedTo(ChronoUnit.MINUTES).toString()));
  }
}
