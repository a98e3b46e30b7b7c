package org.vellum.credentials.jose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vellum.credentials.json.JsonRead;
import org.vellum.credentials.json.StrictJson;

/**
 * A presentation in a signed token, taken apart (VC-JOSE-COSE, section 3.1.2; VCDM 1.1, section
 * 6.3.1 with the claim {@code vp}). Safe for use by many threads as long as nobody changes the
 * trees.
 */
public final class JwtPresentation implements SignedToken {
  private static final int LONGEST = 16 * 1024 * 1024;
  private static final StrictJson JSON = new StrictJson(LONGEST, 100);
  private static final List<String> CLAIMS =
      List.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "nonce", "vp", "vc");

  private final CompactJws jws;
  private final ObjectNode header;
  private final ObjectNode payload;
  private final ObjectNode presentation;
  private final KeyBinding binding;
  private final Found found;

  private JwtPresentation(CompactJws jws, ObjectNode header, ObjectNode payload) {
    this.jws = jws;
    this.header = header;
    this.payload = payload;
    this.found = new Found();
    this.presentation = contents();
    // The rules for headers are the same; the type is a presentation's own.
    this.binding = Header.check(header, JwtProfile.VC_1_1, found);
    claims();
  }

  /**
   * Reads a compact JWS of at most 16 MiB; none if it is not a token with a presentation. Never
   * throws, whatever the text is, and fetches nothing.
   */
  public static Optional<JwtPresentation> read(String compact) {
    String stripped = compact.strip();
    if (stripped.length() > LONGEST) {
      return Optional.empty();
    }
    return CompactJws.parse(stripped)
        .flatMap(jws ->
            json(jws.header())
                .flatMap(header -> json(jws.payload()).flatMap(all -> read(jws, header, all))));
  }

  private static Optional<JwtPresentation> read(
      CompactJws jws, ObjectNode header, ObjectNode payload) {
    boolean named =
        payload.path("vp").isObject()
            || header.path("typ").asText("").equals("vp+jwt")
            || says(payload, "VerifiablePresentation");
    // What calls itself a credential as well is held to the rules of these.
    boolean credential = payload.has("vc") || says(payload, "VerifiableCredential");
    return named && !credential
        ? Optional.of(new JwtPresentation(jws, header, payload))
        : Optional.empty();
  }

  private static boolean says(ObjectNode object, String type) {
    for (JsonNode each : object.path("type")) {
      if (each.asText("").equals(type)) {
        return true;
      }
    }
    return object.path("type").asText("").equals(type);
  }

  private static Optional<ObjectNode> json(byte[] part) {
    return JSON.read(part) instanceof JsonRead.Parsed parsed
        ? Optional.of(parsed.object())
        : Optional.empty();
  }

  private ObjectNode contents() {
    ObjectNode inside =
        payload.path("vp") instanceof ObjectNode vp
            ? vp.deepCopy()
            : payload.deepCopy().without(CLAIMS);
    if (!inside.has("holder") && payload.path("iss").isTextual()) {
      inside.set("holder", payload.path("iss"));
    }
    if (!inside.has("id") && payload.path("jti").isTextual()) {
      inside.set("id", payload.path("jti"));
    }
    return inside;
  }

  private void claims() {
    JsonNode holder = presentation.path("holder");
    same("iss", holder.isObject() ? holder.path("id") : holder);
    same("jti", presentation.path("id"));
    if (header.path("typ").asText("").equals("vp+jwt") && payload.has("vp")) {
      found.invalid("forbidden-claim", "payload:/vp", "VC-JOSE-COSE forbids this claim");
    }
    for (String claim : List.of("exp", "nbf", "iat")) {
      if (payload.has(claim) && Members.numericDate(payload.path(claim)).isEmpty()) {
        found.invalid("not-a-time", "payload:/" + claim, claim + " is not a number of seconds");
      }
    }
  }

  private void same(String claim, JsonNode member) {
    if (payload.has(claim) && !payload.path(claim).equals(member)) {
      found.invalid("mismatch", "payload:/" + claim, claim + " is not what the presentation says");
    }
  }

  /** The presentation: the payload without the claims of the token, or the claim {@code vp}. */
  public ObjectNode presentation() {
    return presentation;
  }

  /** What the verifier asked to be signed along ({@code nonce}); missing if there is none. */
  public JsonNode nonce() {
    return payload.path("nonce");
  }

  /** For whom it was made ({@code aud}): a text or an array of them; missing if there is none. */
  public JsonNode audience() {
    return payload.path("aud");
  }

  /** From when on it may be shown ({@code nbf}). */
  public Optional<Instant> notBefore() {
    return Members.numericDate(payload.path("nbf"));
  }

  @Override
  public ObjectNode header() {
    return header;
  }

  @Override
  public KeyBinding binding() {
    return binding;
  }

  @Override
  public List<X509Certificate> certificates() {
    return X5c.read(header.path("x5c"));
  }

  @Override
  public Optional<Instant> signatureExpires() {
    return Members.numericDate(payload.path("exp"));
  }

  @Override
  public List<JwtFinding> findings() {
    return List.copyOf(found.list());
  }

  @Override
  public byte[] signingInput() {
    return jws.signingInput().clone();
  }

  @Override
  public boolean verify(PublicKey key) {
    return jws.isSignedBy(key, header.path("alg").asText(""));
  }
}
