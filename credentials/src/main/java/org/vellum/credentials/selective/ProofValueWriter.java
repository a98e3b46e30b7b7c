package org.vellum.credentials.selective;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes proof values: a header of three bytes, five components in CBOR, all in base64url. */
final class ProofValueWriter {
  private static final CBORFactory CBOR = new CBORFactory();

  private ProofValueWriter() {}

  /** Section 3.5.2 serializeBaseProofValue, section 3.5.7 serializeDerivedProofValue. */
  static String write(ProofValue value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0xd9);
    bytes.write(0x5d);
    bytes.write(value instanceof ProofValue.Base ? 0 : 1);
    try (CBORGenerator cbor = CBOR.createGenerator(bytes)) {
      cbor.writeStartArray(null, 5);
      cbor.writeBinary(value.baseSignature());
      cbor.writeBinary(value.publicKey());
      switch (value) {
        case ProofValue.Base base -> {
          cbor.writeBinary(base.hmacKey());
          binaries(cbor, base.signatures());
          cbor.writeStartArray(null, base.mandatoryPointers().size());
          for (String pointer : base.mandatoryPointers()) {
            cbor.writeString(pointer);
          }
          cbor.writeEndArray();
        }
        case ProofValue.Derived derived -> {
          binaries(cbor, derived.signatures());
          labels(cbor, derived.labels());
          cbor.writeStartArray(null, derived.mandatoryIndexes().size());
          for (int index : derived.mandatoryIndexes()) {
            cbor.writeNumber(index);
          }
          cbor.writeEndArray();
        }
      }
      cbor.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  private static void binaries(CBORGenerator cbor, List<byte[]> values) throws IOException {
    cbor.writeStartArray(null, values.size());
    for (byte[] value : values) {
      cbor.writeBinary(value);
    }
    cbor.writeEndArray();
  }

  private static void labels(CBORGenerator cbor, Map<Integer, byte[]> labels) throws IOException {
    cbor.writeStartObject(null, labels.size());
    for (Map.Entry<Integer, byte[]> label : new TreeMap<>(labels).entrySet()) {
      cbor.writeFieldId(label.getKey());
      cbor.writeBinary(label.getValue());
    }
    cbor.writeEndObject();
  }
}
