package org.vellum.credentials.record;

import org.jspecify.annotations.Nullable;

/**
 * A name that somebody gave to a learner, an institution or an achievement.
 *
 * @param type the kind, in the words of Open Badges 3.0 (IdentifierTypeEnum), such as {@code
 *     sourcedId}, or with the prefix {@code ext:}
 * @param value the identifier as it was given; for a hashed one {@code sha256$…}
 * @param salt what was hashed together with the identifier; null if it is not hashed with salt
 */
public record Identifier(String type, String value, @Nullable String salt) {

  /** Whether the value is a hash and not the identifier itself. */
  public boolean isHashed() {
    return value.startsWith("sha256$") || value.startsWith("md5$");
  }
}
