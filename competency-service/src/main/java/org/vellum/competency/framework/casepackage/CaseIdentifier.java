package org.vellum.competency.framework.casepackage;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the identifiers of CASE: UUIDs of the versions 1 to 5 (CASE 1.1, OpenAPI, UUID), which the
 * standard writes in lower case. Upper case is read too: it is the same UUID.
 */
public final class CaseIdentifier {
  private static final String UUID_1_TO_5 =
      "[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
  private static final Pattern WHOLE = Pattern.compile(UUID_1_TO_5, Pattern.CASE_INSENSITIVE);
  private static final Pattern LAST_PART =
      Pattern.compile("/(" + UUID_1_TO_5 + ")/?$", Pattern.CASE_INSENSITIVE);

  private CaseIdentifier() {}

  /** The identifier, or empty if the text is none. */
  public static Optional<UUID> parse(String text) {
    return WHOLE.matcher(text).matches() ? Optional.of(uuid(text)) : Optional.empty();
  }

  /** The identifier with which an object's address ends, or empty. */
  public static Optional<UUID> inAddress(String address) {
    Matcher matcher = LAST_PART.matcher(address);
    return matcher.find() ? Optional.of(uuid(matcher.group(1))) : Optional.empty();
  }

  private static UUID uuid(String text) {
    return UUID.fromString(text.toLowerCase(Locale.ROOT));
  }
}
