package org.vellum.credentials.jose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Checks the claims of a token (RFC 7519, section 4.1) against the members of its credential, and
 * parts the two.
 */
final class Claims {
  private static final List<String> REGISTERED =
      List.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti");

  /** The names that no credential may use at its top, since readers would take them for claims. */
  static final List<String> RESERVED =
      List.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "vc", "vp");

  private final ObjectNode payload;
  private final JwtProfile profile;
  private final Found found;

  private Claims(ObjectNode payload, JwtProfile profile, Found found) {
    this.payload = payload;
    this.profile = profile;
    this.found = found;
  }

  /**
   * What a payload holds.
   *
   * @param credential the credential alone
   * @param signatureExpires when the signature ends, if that is a thing of its own
   */
  record Contents(ObjectNode credential, Optional<Instant> signatureExpires) {}

  static Contents check(ObjectNode payload, JwtProfile profile, Found found) {
    Claims claims = new Claims(payload, profile, found);
    return switch (profile) {
      case OPEN_BADGES -> claims.openBadges();
      case VC_1_1 -> claims.inside();
      case JOSE_COSE -> claims.joseCose();
    };
  }

  private Contents openBadges() {
    ObjectNode credential = payload.deepCopy().without(REGISTERED);
    for (String claim : List.of("iss", "jti", "nbf")) {
      demand(claim);
    }
    if (Members.subject(credential).isPresent()) {
      demand("sub");
    }
    compare(credential);
    end(credential, "validUntil");
    return new Contents(credential, Optional.empty());
  }

  /** VCDM 1.1, section 6.3.1: what the claims say may be missing in {@code vc}. */
  private Contents inside() {
    ObjectNode credential = ((ObjectNode) payload.path("vc")).deepCopy();
    boolean older = !credential.has("validFrom");
    fill(credential, "issuer", "iss");
    fill(credential, "id", "jti");
    if (older && !credential.has("issuanceDate") && payload.has("nbf")) {
      time("nbf").ifPresent(from -> credential.put("issuanceDate", from.toString()));
    }
    if (credential.path("credentialSubject") instanceof ObjectNode subject) {
      fill(subject, "id", "sub");
    }
    compare(credential);
    end(credential, older ? "expirationDate" : "validUntil");
    return new Contents(credential, Optional.empty());
  }

  private Contents joseCose() {
    ObjectNode credential = payload.deepCopy().without(REGISTERED);
    for (String claim : List.of("vc", "vp")) {
      if (payload.has(claim)) {
        found.invalid("forbidden-claim", "payload:/" + claim, "VC-JOSE-COSE forbids this claim");
      }
    }
    if (payload.has("nbf")) {
      found.remark("nbf", "payload:/nbf", "not recommended in VC-JOSE-COSE");
    }
    compare(credential);
    return new Contents(credential, time("exp"));
  }

  private void compare(ObjectNode credential) {
    same("iss", Members.issuer(credential), "issuer");
    same("jti", Members.text(credential.path("id")), "id");
    same("sub", Members.subject(credential), "credentialSubject/id");
    String from = credential.has("validFrom") ? "validFrom" : "issuanceDate";
    sameTime("nbf", credential, from);
  }

  /** In Open Badges and VCDM 1.1 {@code exp} sets the credential's own end. */
  private void end(ObjectNode credential, String member) {
    if (!credential.has(member) && payload.has("exp")) {
      time("exp").ifPresent(end -> credential.put(member, end.toString()));
      return;
    }
    if (credential.has(member) && !payload.has("exp") && profile == JwtProfile.OPEN_BADGES) {
      found.breach("missing-claim", "payload:/exp", "demanded where there is a validUntil");
    }
    sameTime("exp", credential, member);
  }

  private void same(String claim, Optional<String> member, String name) {
    JsonNode value = payload.path(claim);
    if (value.isMissingNode()) {
      return;
    }
    if (!value.isTextual()) {
      found.invalid("not-a-text", "payload:/" + claim, claim + " is not a text");
    } else if (!member.filter(value.textValue()::equals).isPresent()) {
      found.invalid("mismatch", "payload:/" + claim, claim + " is not the credential's " + name);
    }
  }

  private void sameTime(String claim, ObjectNode credential, String member) {
    Optional<Instant> claimed = time(claim);
    if (claimed.isEmpty()) {
      return;
    }
    Optional<Instant> written = Members.time(credential.path(member));
    boolean same =
        written.filter(t -> t.getEpochSecond() == claimed.get().getEpochSecond()).isPresent();
    if (!same) {
      found.invalid("mismatch", "payload:/" + claim, claim + " is not the credential's " + member);
    }
  }

  private void demand(String claim) {
    if (!payload.has(claim)) {
      found.invalid("missing-claim", "payload:/" + claim, "Open Badges 3.0 demands " + claim);
    }
  }

  private void fill(ObjectNode holder, String member, String claim) {
    JsonNode value = payload.path(claim);
    if (!holder.has(member) && value.isTextual()) {
      holder.set(member, value);
    }
  }

  private Optional<Instant> time(String claim) {
    JsonNode value = payload.path(claim);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    Optional<Instant> time = Members.numericDate(value);
    boolean said =
        found.list().stream().anyMatch(finding -> finding.place().equals("payload:/" + claim));
    if (time.isEmpty() && !said) {
      found.invalid("not-a-time", "payload:/" + claim, claim + " is not a number of seconds");
    }
    return time;
  }
}
