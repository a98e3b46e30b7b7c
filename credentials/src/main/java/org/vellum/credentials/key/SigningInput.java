package org.vellum.credentials.key;

import java.util.function.Function;

/**
 * The first of the three moves of signing, as a value: what is to be signed. The second is a
 * signature over {@link #bytes}, made wherever the key lives and however long that takes; the third
 * is {@link #assemble}.
 *
 * @param <T> the signed document
 */
public final class SigningInput<T> {
  private final byte[] bytes;
  private final Function<byte[], T> assembly;

  /**
   * What is to be signed.
   *
   * @param bytes what the key signs; not copied
   * @param assembly makes the signed document out of a signature
   */
  public SigningInput(byte[] bytes, Function<byte[], T> assembly) {
    this.bytes = bytes;
    this.assembly = assembly;
  }

  /** What the key signs. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * The signed document with this signature in its place. Whether it verifies is not asked here.
   */
  public T assemble(byte[] signature) {
    return assembly.apply(signature);
  }

  /** The second and the third move with a key that answers at once. */
  public T signedBy(Signer signer) {
    return assemble(signer.sign(bytes));
  }
}
