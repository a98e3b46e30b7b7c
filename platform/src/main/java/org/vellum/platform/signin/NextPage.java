package org.vellum.platform.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where somebody goes on to after signing in. */
final class NextPage {
  private static final URI HOME = URI.create("/");
  private static final int LONGEST = 2_000;

  private NextPage() {}

  /**
   * The page asked for if it is one of this server, else the start page: nobody is sent elsewhere
   * on a stranger's word, however a browser may read that word.
   */
  static URI of(@Nullable String asked) {
    return Optional.ofNullable(asked)
        .filter(NextPage::isPlain)
        .flatMap(NextPage::parsed)
        .filter(NextPage::isLocal)
        .orElse(HOME);
  }

  /** Browsers drop control characters and take a backslash for a slash. */
  private static boolean isPlain(String asked) {
    return asked.length() <= LONGEST
        && asked.startsWith("/")
        && !asked.startsWith("//")
        && asked.chars().allMatch(each -> each > ' ' && each < 0x7f && each != '\\');
  }

  private static Optional<URI> parsed(String asked) {
    try {
      return Optional.of(new URI(asked));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isLocal(URI page) {
    return !page.isAbsolute()
        && page.getRawAuthority() == null
        && !page.getRawPath().contains("//")
        && page.normalize().equals(page);
  }
}
