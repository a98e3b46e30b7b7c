package org.vellum.credentials.verification;

/**
 * A signature that holds: which key, whose key, which bytes.
 *
 * @param place the JSON pointer of the proof; of the credential if it is inside a token
 * @param suite the cryptosuite, or the algorithm of a token
 * @param verificationMethod the name of the key as the signature gives it; may be empty
 * @param key the key itself: a Multikey, or {@code sha256:} and the hexadecimal SHA-256 of its
 *     SubjectPublicKeyInfo
 * @param controller whose key it is; empty if that could not be told
 * @param binding how that is known
 * @param covers what was signed, in words
 * @param digest which bytes that is: {@code sha256:} or {@code sha384:} and the hexadecimal hash of
 *     the canonical form without the proofs, or of the part of a token that is signed; empty if
 *     that is not told
 */
public record Signature(
    String place,
    String suite,
    String verificationMethod,
    String key,
    String controller,
    Binding binding,
    String covers,
    String digest) {

  /** How it is known whose a key is. */
  public enum Binding {
    /** Its controller's document, fetched, lists it for assertion. */
    CONTROLLER_DOCUMENT,
    /** The controller's name is the key ({@code did:key}). */
    SELF,
    /** A certificate, issued by an authority that the caller trusts, names the controller. */
    CERTIFICATE,
    /** It is not known: the key is only named by the signature itself, which proves nothing. */
    NONE
  }
}
