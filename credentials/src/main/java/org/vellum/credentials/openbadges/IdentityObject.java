package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * Who the learner is, in clear or hashed (Open Badges 3.0, IdentityObject).
 *
 * @param hashed whether {@code identityHash} is a hash
 * @param identityHash the identity itself, or {@code sha256$} and the hex of SHA-256 of identity
 *     and salt
 * @param identityType what kind of identity it is
 * @param salt the text appended before hashing
 */
public record IdentityObject(
    boolean hashed, String identityHash, String identityType, @Nullable String salt)
    implements WireForm {

  /** Checks the kind. */
  public IdentityObject {
    Vocabulary.requireText("IdentityObject.identityHash", identityHash);
    Vocabulary.require("IdentityObject.identityType", identityType, Vocabulary.IDENTIFIER_TYPES);
  }

  /** An identity that every reader sees. */
  public static IdentityObject plain(String identity, String identityType) {
    return new IdentityObject(false, identity, identityType, null);
  }

  /** An identity that only who already knows it can confirm. */
  public static IdentityObject hashed(String identity, String identityType, String salt) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha256.digest((identity + salt).getBytes(StandardCharsets.UTF_8));
      String text = "sha256$" + HexFormat.of().formatHex(hash);
      return new IdentityObject(true, text, identityType, salt);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty()
        .put("type", "IdentityObject")
        .put("hashed", hashed)
        .put("identityHash", identityHash)
        .put("identityType", identityType)
        .put("salt", salt)
        .node();
  }
}
