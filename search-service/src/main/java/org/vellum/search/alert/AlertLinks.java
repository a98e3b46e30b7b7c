package org.vellum.search.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.security.KeyedHash;
import org.vellum.platform.usecase.Component;

/**
 * The addresses that stand in letters and feeds. Those in letters carry a code that holds for one
 * search and one mail address, and is kept nowhere.
 */
@Component
public class AlertLinks {
  private static final int CODE_BYTES = 16;

  private final PlatformConfiguration configuration;

  @Inject
  public AlertLinks(PlatformConfiguration configuration) {
    this.configuration = configuration;
  }

  /** What a link in a letter is for. */
  enum Purpose {
    CONFIRM,
    STOP;

    String path() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The search, for who keeps it. */
  URI search(UUID search) {
    return at("/search/saved/" + search);
  }

  /** Somebody's profile. */
  URI profile(UUID profile) {
    return at("/search/people/" + profile);
  }

  /** A feed. */
  URI feed(String secret) {
    return at("/search/feeds/" + secret);
  }

  /** A link in a letter to this mail address. */
  URI letter(Purpose purpose, UUID search, String mail) {
    return at(
        "/search/alerts/" + search + "/" + purpose.path() + "/" + code(purpose, search, mail));
  }

  /** Whether a code is that of such a link. */
  boolean holds(Purpose purpose, UUID search, String mail, String code) {
    return MessageDigest.isEqual(code(purpose, search, mail).getBytes(UTF_8), code.getBytes(UTF_8));
  }

  private URI at(String path) {
    return URI.create(configuration.baseUrl() + path);
  }

  private String code(Purpose purpose, UUID search, String mail) {
    String key = "search-alert:" + configuration.auditSecret();
    byte[] code = KeyedHash.of(key, purpose + "\n" + search + "\n" + mail);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(code, CODE_BYTES));
  }
}
