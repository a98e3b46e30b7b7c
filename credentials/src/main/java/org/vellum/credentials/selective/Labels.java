package org.vellum.credentials.selective;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The labels of blank nodes: 32 bytes in multibase base64url. */
final class Labels {
  private Labels() {}

  /** The bytes of a label. */
  static byte[] bytes(String label) {
    return Base64.getUrlDecoder().decode(label.substring(1));
  }

  /** Section 3.4.4 createHmacIdLabelMapFunction. */
  static Function<String, String> hmac(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return canonical -> label(mac.doFinal(Statements.utf8(canonical)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
    }
  }

  /** Section 3.4.3 createLabelMapFunction; two nodes under one label would be one statement. */
  static Function<String, String> given(Map<Integer, byte[]> labels) {
    Map<String, String> byCanonical = new HashMap<>();
    labels.forEach((number, bytes) -> byCanonical.put("c14n" + number, label(bytes)));
    if (new HashSet<>(byCanonical.values()).size() != labels.size()) {
      throw new IllegalArgumentException("two blank nodes have one label");
    }
    return canonical -> {
      String label = byCanonical.get(canonical);
      if (label == null) {
        throw new IllegalArgumentException("a blank node has no label");
      }
      return label;
    };
  }

  static String label(byte[] bytes) {
    return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
