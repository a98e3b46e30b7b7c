package org.vellum.credentials.xmldsig;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Node;

/** Exclusive XML Canonicalization 1.0 without comments, and SHA-256. */
final class Canonical {
  static {
    // What an element's Id is, is said by this package alone; Santuario asks to be initialized.
    Init.init();
  }

  private Canonical() {}

  static void ready() {
    // Loading the class is all.
  }

  static byte[] bytes(Node node) {
    return CanonicalTree.bytes(node, null).orElseGet(() -> bySantuario(node));
  }

  static byte[] bySantuario(Node node) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
      Canonicalizer.getInstance(Algorithms.EXCLUSIVE).canonicalizeSubtree(node, out);
      return out.toByteArray();
    } catch (XMLSecurityException e) {
      throw new IllegalArgumentException("a tree that cannot be canonicalized", e);
    }
  }

  static String digest(Node node) {
    return digest(bytes(node));
  }

  static String digest(byte[] bytes) {
    return digest(bytes, 0, bytes.length);
  }

  static String digest(byte[] bytes, int from, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, from, length);
      return base64(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
