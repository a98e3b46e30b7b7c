package org.vellum.credentials.jose;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Optional;
import org.vellum.credentials.json.JsonRead;
import org.vellum.credentials.json.StrictJson;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.key.Signer;
import org.vellum.credentials.key.SigningInput;

/**
 * A signature beside the file that it signs: a detached JWS (RFC 7515, appendix F) whose payload is
 * not encoded (RFC 7797), so that whoever checks it hashes the file's own bytes.
 */
public final class DetachedJws {
  private static final int LONGEST_HEADER = 4 * 1024;
  private static final StrictJson HEADERS = new StrictJson(LONGEST_HEADER, 8);

  private DetachedJws() {}

  /**
   * What a key has to sign, and the signature's text.
   *
   * @param payload the bytes of the file as they are
   */
  public static SigningInput<String> of(byte[] payload, Signer signer) {
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.put("alg", signer.algorithm().joseName());
    header.put("b64", false);
    header.putArray("crit").add("b64");
    header.put("kid", signer.verificationMethod());
    String encoded = CompactJws.encode(header.toString().getBytes(StandardCharsets.UTF_8));
    return new SigningInput<>(
        input(encoded, payload), signature -> encoded + ".." + CompactJws.encode(signature));
  }

  /**
   * Whether the private half of the key signed these bytes. The algorithm is the key's own; a
   * header that names another, or holds more that is critical than {@code b64}, is refused.
   *
   * @param jws the signature's text
   * @param payload the bytes of the file as they are
   */
  public static boolean verify(String jws, byte[] payload, PublicKey key) {
    Optional<CompactJws> parsed = CompactJws.parse(jws).filter(each -> each.payload().length == 0);
    Optional<SignatureAlgorithm> algorithm = SignatureAlgorithm.of(key);
    return parsed.isPresent()
        && algorithm.isPresent()
        && isOf(algorithm.get(), parsed.get().header())
        && algorithm
            .get()
            .verify(
                key, input(jws.substring(0, jws.indexOf('.')), payload), parsed.get().signature());
  }

  /**
   * Whether a header is that of a detached signature by this algorithm. RFC 7797, section 6: {@code
   * b64} must be marked critical, and nothing else may be.
   */
  public static boolean isOf(SignatureAlgorithm own, byte[] header) {
    return HEADERS.read(header) instanceof JsonRead.Parsed parsed
        && Algorithms.named(parsed.object().path("alg").asText("")).filter(own::equals).isPresent()
        && parsed.object().path("b64").isBoolean()
        && !parsed.object().path("b64").booleanValue()
        && parsed.object().path("crit").isArray()
        && parsed.object().path("crit").size() == 1
        && parsed.object().path("crit").get(0).asText().equals("b64");
  }

  private static byte[] input(String header, byte[] payload) {
    byte[] start = (header + ".").getBytes(StandardCharsets.US_ASCII);
    byte[] input = new byte[start.length + payload.length];
    System.arraycopy(start, 0, input, 0, start.length);
    System.arraycopy(payload, 0, input, start.length, payload.length);
    return input;
  }
}
