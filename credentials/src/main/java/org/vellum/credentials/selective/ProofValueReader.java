package org.vellum.credentials.selective;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads proof values (VC-DI-ECDSA, sections 3.5.3 and 3.5.8). Each component is read as exactly
 * what it must be, so a bomb of nested arrays or of promised lengths meets the first wrong token.
 */
final class ProofValueReader {
  private static final int LONGEST = 8 * 1024 * 1024;
  private static final CBORFactory CBOR =
      CBORFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(4).maxStringLength(2_000).build())
          .build();

  private final CBORParser cbor;

  private ProofValueReader(CBORParser cbor) {
    this.cbor = cbor;
  }

  /**
   * Reads a proof value of either kind.
   *
   * @throws IllegalArgumentException if it is none
   */
  static ProofValue read(String text) {
    if (!text.startsWith("u") || text.length() > LONGEST) {
      throw new IllegalArgumentException("not multibase base64url, or longer than any proof");
    }
    byte[] bytes = Base64.getUrlDecoder().decode(text.substring(1));
    if (bytes.length < 4 || (bytes[0] & 0xff) != 0xd9 || bytes[1] != 0x5d || bytes[2] > 1) {
      throw new IllegalArgumentException("not a proof value of ecdsa-sd-2023");
    }
    try (CBORParser parser = CBOR.createParser(Arrays.copyOfRange(bytes, 3, bytes.length))) {
      ProofValueReader reader = new ProofValueReader(parser);
      ProofValue value = bytes[2] == 0 ? reader.base() : reader.derived();
      reader.expect(null);
      return value;
    } catch (IOException e) {
      throw new IllegalArgumentException("not the CBOR of a proof value", e);
    }
  }

  private ProofValue base() throws IOException {
    expect(JsonToken.START_ARRAY);
    byte[] signature = binary(64);
    byte[] key = binary(35);
    byte[] hmacKey = binary(32);
    List<byte[]> signatures = signatures();
    List<String> pointers = new ArrayList<>();
    expect(JsonToken.START_ARRAY);
    while (next() == JsonToken.VALUE_STRING) {
      pointers.add(cbor.getText());
    }
    here(JsonToken.END_ARRAY);
    expect(JsonToken.END_ARRAY);
    return new ProofValue.Base(signature, key, hmacKey, signatures, pointers);
  }

  private ProofValue derived() throws IOException {
    expect(JsonToken.START_ARRAY);
    byte[] signature = binary(64);
    byte[] key = binary(35);
    List<byte[]> signatures = signatures();
    Map<Integer, byte[]> labels = new LinkedHashMap<>();
    expect(JsonToken.START_OBJECT);
    while (next() == JsonToken.FIELD_NAME) {
      int number = Integer.parseInt(cbor.currentName());
      if (number < 0 || labels.put(number, binary(32)) != null) {
        throw new IllegalArgumentException("a label twice");
      }
    }
    here(JsonToken.END_OBJECT);
    List<Integer> indexes = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    expect(JsonToken.START_ARRAY);
    while (next() == JsonToken.VALUE_NUMBER_INT) {
      if (!seen.add(cbor.getIntValue())) {
        throw new IllegalArgumentException("an index twice");
      }
      indexes.add(cbor.getIntValue());
    }
    here(JsonToken.END_ARRAY);
    expect(JsonToken.END_ARRAY);
    return new ProofValue.Derived(signature, key, signatures, labels, indexes);
  }

  private List<byte[]> signatures() throws IOException {
    List<byte[]> signatures = new ArrayList<>();
    expect(JsonToken.START_ARRAY);
    while (next() == JsonToken.VALUE_EMBEDDED_OBJECT) {
      signatures.add(bytes(64));
    }
    here(JsonToken.END_ARRAY);
    return signatures;
  }

  private byte[] binary(int length) throws IOException {
    expect(JsonToken.VALUE_EMBEDDED_OBJECT);
    return bytes(length);
  }

  private byte[] bytes(int length) throws IOException {
    byte[] bytes = cbor.getBinaryValue();
    if (bytes.length != length) {
      throw new IllegalArgumentException("a part of " + bytes.length + " bytes, not " + length);
    }
    return bytes;
  }

  private void expect(@Nullable JsonToken token) throws IOException {
    if (next() != token) {
      throw new IllegalArgumentException("not the parts of a proof value");
    }
  }

  private void here(JsonToken token) {
    if (cbor.currentToken() != token) {
      throw new IllegalArgumentException("not the parts of a proof value");
    }
  }

  /** Tags are forbidden on every component (section 3.5.2, step 3). */
  private @Nullable JsonToken next() throws IOException {
    JsonToken token = cbor.nextToken();
    if (cbor.getCurrentTag() != -1) {
      throw new IllegalArgumentException("a tag, where none may be");
    }
    return token;
  }
}
