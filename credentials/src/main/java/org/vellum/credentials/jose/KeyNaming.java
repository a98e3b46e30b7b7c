package org.vellum.credentials.jose;

/** How the header of a token tells which key signed it. */
public enum KeyNaming {
  /** By {@code kid}, the signer's verification method, under which the key is published. */
  KID,
  /** By {@code jwk}, the public key itself. Readers must learn elsewhere whose it is. */
  JWK
}
