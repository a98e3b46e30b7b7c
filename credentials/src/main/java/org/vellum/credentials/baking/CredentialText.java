package org.vellum.credentials.baking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import org.vellum.credentials.json.JsonRead;
import org.vellum.credentials.json.StrictJson;

/** A credential that is to be baked: a JSON object or a compact JWS, and nothing else. */
final class CredentialText {
  private static final StrictJson JSON = new StrictJson(Bounds.CREDENTIAL_BYTES, 500);

  private CredentialText() {}

  /** The UTF-8 of a text that may be baked as this kind. */
  static byte[] require(String text, Kind kind) throws DamagedImageException {
    if (kind == Kind.CLR_2) {
      throw new DamagedImageException("kind", "", "no standard tells how to bake a CLR");
    }
    byte[] bytes = utf8(text);
    if (bytes.length > Bounds.CREDENTIAL_BYTES) {
      throw new DamagedImageException("too-large", "", "the credential is too large to be baked");
    }
    boolean fits =
        switch (Form.of(text)) {
          case COMPACT_JWS -> true;
          case JSON -> JSON.read(bytes) instanceof JsonRead.Parsed;
          case ADDRESS, UNKNOWN -> false;
        };
    if (!fits) {
      throw new DamagedImageException(
          "not-a-credential", "", "only a JSON object or a compact JWS can be baked");
    }
    return bytes;
  }

  /** The JSON in a text. */
  static JsonRead json(String text) {
    return JSON.read(text.getBytes(UTF_8));
  }

  private static byte[] utf8(String text) throws DamagedImageException {
    try {
      ByteBuffer encoded = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new DamagedImageException("encoding", "", "the credential has half a character");
    }
  }
}
