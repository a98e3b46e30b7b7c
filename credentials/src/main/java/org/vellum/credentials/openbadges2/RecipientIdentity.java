package org.vellum.credentials.openbadges2;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.Lenient;
import org.vellum.credentials.json.WireForm;

/**
 * To whom an assertion was awarded (Open Badges 2.0, IdentityObject).
 *
 * @param type the property that identifies the recipient, mostly {@code email}
 * @param identity the identity, or its hash: {@code sha256$} and hex digits
 * @param hashed whether it is a hash
 * @param salt what was appended to the identity before hashing
 */
public record RecipientIdentity(String type, String identity, boolean hashed, @Nullable String salt)
    implements WireForm {

  /** A recipient that every reader sees. */
  public static RecipientIdentity plain(String type, String identity) {
    return new RecipientIdentity(type, identity, false, null);
  }

  /** A recipient that only who already knows the identity can confirm. */
  public static RecipientIdentity hashed(String type, String identity, String salt) {
    String hash = "sha256$" + digest("SHA-256", identity + salt);
    return new RecipientIdentity(type, hash, true, salt);
  }

  /** Reads one; a hash is known by its prefix, even if {@code hashed} is missing. */
  public static Optional<RecipientIdentity> read(JsonNode recipient) {
    Lenient object = Lenient.of(recipient);
    String identity = object.text("identity");
    if (identity == null) {
      return Optional.empty();
    }
    boolean hashed = object.isTrue("hashed") || algorithm(identity).isPresent();
    return Optional.of(
        new RecipientIdentity(object.text("type", "email"), identity, hashed, object.text("salt")));
  }

  /**
   * Whether this is that person. Hex digits may be of either case. The standard does not normalise
   * e-mail addresses, so the address as given is tried first and then in lower case.
   *
   * @param candidate the identity in clear
   */
  public boolean matches(String candidate) {
    return matchesExactly(candidate) || matchesExactly(candidate.toLowerCase(Locale.ROOT));
  }

  private boolean matchesExactly(String candidate) {
    if (!hashed) {
      return identity.equals(candidate);
    }
    String hex = identity.substring(identity.indexOf('$') + 1).toLowerCase(Locale.ROOT);
    String salted = salt == null ? candidate : candidate + salt;
    return algorithm(identity)
        .map(name ->
            MessageDigest.isEqual(hex.getBytes(UTF_8), digest(name, salted).getBytes(UTF_8)))
        .orElse(false);
  }

  private static Optional<String> algorithm(String identity) {
    String start = identity.toLowerCase(Locale.ROOT);
    if (start.startsWith("sha256$")) {
      return Optional.of("SHA-256");
    }
    return start.startsWith("md5$") ? Optional.of("MD5") : Optional.empty();
  }

  private static String digest(String algorithm, String text) {
    try {
      byte[] hash = MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty()
        .put("type", type)
        .put("hashed", hashed)
        .put("salt", salt)
        .put("identity", identity)
        .node();
  }
}
