package org.vellum.credentials.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.jsonld.ContextUrls;

/**
 * A status list of one bit for each credential (Bitstring Status List 1.0, sections 2 and 3). Not
 * safe for use by many threads.
 */
public final class BitstringStatusList {
  /** The fewest bits that the standard allows, so that one credential hides among many. */
  public static final int MINIMUM_LENGTH = 131_072;

  /** A list of fewer bits than the standard allows (section 3.2, step 9). */
  public static final class TooShortException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private TooShortException() {
      super("shorter than " + MINIMUM_LENGTH + " bits");
    }
  }

  private final byte[] bits;

  private BitstringStatusList(byte[] bits) {
    this.bits = bits;
  }

  /**
   * A list of cleared bits.
   *
   * @param length the number of bits, at least {@link #MINIMUM_LENGTH} and a multiple of 8
   */
  public static BitstringStatusList empty(int length) {
    if (length < MINIMUM_LENGTH || length % 8 != 0) {
      throw new IllegalArgumentException("a status list has at least " + MINIMUM_LENGTH + " bits");
    }
    return new BitstringStatusList(new byte[length / 8]);
  }

  /** The number of bits. */
  public int length() {
    return bits.length * 8;
  }

  /**
   * Sets or clears a bit; 0 is the most significant bit of the first byte.
   *
   * @throws IndexOutOfBoundsException if the list has no such bit
   */
  public void set(int index, boolean value) {
    int mask = 0x80 >>> (index % 8);
    int at = Objects.checkIndex(index, length()) / 8;
    bits[at] = (byte) (value ? bits[at] | mask : bits[at] & ~mask);
  }

  /**
   * Reads a bit.
   *
   * @throws IndexOutOfBoundsException if the list has no such bit
   */
  public boolean get(int index) {
    int at = Objects.checkIndex(index, length()) / 8;
    return (bits[at] & (0x80 >>> (index % 8))) != 0;
  }

  /**
   * Reads a status of several bits, the first of them the most significant (section 3.2, step 10).
   *
   * @param index which status of this size
   * @param size the number of its bits, 1 to 31
   * @throws IndexOutOfBoundsException if the list has no such status
   */
  public int value(int index, int size) {
    int first = Math.multiplyExact(index, size);
    int value = 0;
    for (int i = 0; i < size; i++) {
      value = value << 1 | (get(first + i) ? 1 : 0);
    }
    return value;
  }

  /**
   * Writes a status of several bits, the first of them the most significant.
   *
   * @param index which status of this size
   * @param size the number of its bits, 1 to 31
   * @throws IndexOutOfBoundsException if the list has no such status
   * @throws IllegalArgumentException if the value does not fit
   */
  public void setValue(int index, int size, int value) {
    if (value < 0 || value >>> size != 0) {
      throw new IllegalArgumentException("a status of " + size + " bits cannot be " + value);
    }
    int first = Math.multiplyExact(index, size);
    Objects.checkIndex(first + size - 1, length());
    for (int i = 0; i < size; i++) {
      set(first + i, (value >>> (size - 1 - i) & 1) == 1);
    }
  }

  /** The list as {@code encodedList}: multibase base64url of its GZIP (section 3.3). */
  public String encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(bits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /**
   * Reads {@code encodedList} (section 3.4).
   *
   * @param maxBytes the most bytes that the list may have when inflated
   * @throws IllegalArgumentException if it is not such a list, too short, or larger than allowed
   */
  public static BitstringStatusList decode(String encodedList, int maxBytes) {
    if (!encodedList.startsWith("u")) {
      throw new IllegalArgumentException("not multibase base64url: does not start with u");
    }
    byte[] packed = Base64.getUrlDecoder().decode(encodedList.substring(1));
    byte[] bits = inflate(packed, maxBytes);
    if (bits.length * 8L < MINIMUM_LENGTH) {
      throw new TooShortException();
    }
    return new BitstringStatusList(bits);
  }

  private static byte[] inflate(byte[] packed, int maxBytes) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] bits = gzip.readNBytes(maxBytes);
      if (gzip.read() >= 0) {
        throw new IllegalArgumentException("inflates to more than " + maxBytes + " bytes");
      }
      return bits;
    } catch (IOException e) {
      throw new IllegalArgumentException("not GZIP", e);
    }
  }

  /**
   * The list as a credential, unsigned (section 3.1).
   *
   * @param url where it is published; the id of the credential
   * @param issuer the DID or URL of the issuer
   * @param purpose {@code revocation}, {@code suspension} or {@code message}
   * @param validFrom from when this state of the list holds
   */
  public ObjectNode credential(URI url, String issuer, String purpose, Instant validFrom) {
    ObjectNode subject =
        Fields.empty()
            .put("id", url + "#list")
            .put("type", "BitstringStatusList")
            .put("statusPurpose", purpose)
            .put("encodedList", encode())
            .node();
    return Fields.empty()
        .strings("@context", List.of(ContextUrls.CREDENTIALS_V2))
        .put("id", url.toString())
        .strings("type", List.of("VerifiableCredential", "BitstringStatusListCredential"))
        .put("issuer", issuer)
        .put("validFrom", validFrom)
        .put("credentialSubject", subject)
        .node();
  }

  /** The {@code credentialStatus} of the credential that has the given bit (section 2.1). */
  public static ObjectNode entry(URI listUrl, int index, String purpose) {
    return Fields.empty()
        .put("id", listUrl + "#" + index)
        .put("type", "BitstringStatusListEntry")
        .put("statusPurpose", purpose)
        .put("statusListIndex", Integer.toString(index))
        .put("statusListCredential", listUrl.toString())
        .node();
  }

  /**
   * The {@code credentialStatus} of a credential whose status is a message (section 2.1).
   *
   * @param index which status of this size
   * @param messages what each value means, from 0; a power of two of them, at least two
   */
  public static ObjectNode messageEntry(URI listUrl, int index, List<String> messages) {
    int size = Integer.numberOfTrailingZeros(messages.size());
    if (messages.size() < 2 || Integer.bitCount(messages.size()) != 1) {
      throw new IllegalArgumentException("a status of n bits has 2 to the n messages");
    }
    ObjectNode entry = entry(listUrl, index, "message").put("statusSize", size);
    for (int value = 0; value < messages.size(); value++) {
      entry
          .withArray("/statusMessage")
          .addObject()
          .put("status", "0x" + Integer.toHexString(value))
          .put("message", messages.get(value));
    }
    return entry;
  }
}
