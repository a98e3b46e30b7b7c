package org.vellum.credentials.openbadges2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Lenient;

/**
 * Asks whether an issuer says what an assertion says (Open Badges 2.0, Verification). To whom it
 * was awarded is asked of {@link RecipientIdentity#matches}.
 */
public final class AssertionCheck {
  private static final Set<String> HOSTED = Set.of("HostedBadge", "hosted", "Hosted");
  private static final Set<String> SIGNED = Set.of("SignedBadge", "signed", "Signed");

  private final BadgeObjects objects;
  private final Instant at;

  /**
   * Checks as of an instant.
   *
   * @param objects where hosted objects come from
   * @param at when
   */
  public AssertionCheck(BadgeObjects objects, Instant at) {
    this.objects = objects;
    this.at = at;
  }

  /**
   * Whether an object is an assertion of Open Badges 1 or 2, so that it is worth checking here: it
   * has a badge and a recipient, or says that it is one, and is no verifiable credential.
   */
  public static boolean isAssertion(ObjectNode object) {
    return !object.has("credentialSubject")
        && (Lenient.of(object).texts("type").contains("Assertion")
            || (object.has("badge") && object.has("recipient")));
  }

  /** Whether it says that it is vouched for by a signature, and not by its address. */
  public static boolean isSigned(ObjectNode assertion) {
    return verificationTypes(assertion).stream().anyMatch(SIGNED::contains);
  }

  /** Whether it says that it is vouched for by its address. */
  public static boolean isHosted(ObjectNode assertion) {
    return verificationTypes(assertion).stream().anyMatch(HOSTED::contains);
  }

  private static List<String> verificationTypes(ObjectNode assertion) {
    Lenient read = Lenient.of(assertion);
    return read.object(assertion.has("verification") ? "verification" : "verify").texts("type");
  }

  /**
   * Checks a hosted assertion. The copy at hand only tells the address: what is hosted there is the
   * assertion, and the copy must not claim anything else.
   *
   * @param copy the assertion as it was received
   */
  public CheckedAssertion hosted(ObjectNode copy) {
    Noted noted = new Noted();
    if (isSigned(copy)) {
      noted.invalid("unsigned", "/verification", "it says that it is signed, and is not");
    }
    Hosting hosting = new Hosting(objects, noted);
    Optional<ObjectNode> found = hosting.object(address(copy), "");
    if (found.isEmpty()) {
      return new CheckedAssertion(null, null, null, noted.list());
    }
    ObjectNode hosted = found.get();
    if (Lenient.of(hosted).isTrue("revoked")) {
      noted.invalid("revoked", "/revoked", "the issuer took it back");
      return new CheckedAssertion(hosted, null, null, noted.list());
    }
    Requirements.ofAssertion(hosted, at, noted);
    LinkedAssertion linked = LinkedAssertion.of(hosted, hosting, noted);
    Claimed.compare(copy, linked.object(), "", noted);
    if (!isHosted(hosted)) {
      noted.breach("verification", "/verification/type", "hosted, and does not say so");
    }
    ObjectNode issuer = issuer(linked, noted);
    if (issuer != null) {
      Scope.of(issuer, noted).check(Hosting.id(hosted), linked.badgeId(), noted);
    }
    return new CheckedAssertion(linked.object(), linked.issuerId(), null, noted.list());
  }

  /** Before 1.1 assertions had no id, and told their address where they told how to verify. */
  private static String address(ObjectNode copy) {
    Lenient read = Lenient.of(copy);
    String old = read.object("verify").text("url", "");
    return read.text("id", read.object("verification").text("url", old));
  }

  private static @Nullable ObjectNode issuer(LinkedAssertion linked, Noted noted) {
    if (linked.issuerId().isEmpty()) {
      noted.unchecked("no-issuer", "/badge/issuer", "who issues the badge was not to be found");
    }
    return linked.issuer();
  }

  /**
   * Checks a signed assertion: the signature by a key that the issuer's Profile names, and the
   * issuer's revocation list.
   *
   * @param jws the compact JWS
   */
  public CheckedAssertion signed(String jws) {
    Noted noted = new Noted();
    Optional<SignedAssertion> read = SignedAssertion.read(jws, noted);
    if (read.isEmpty()) {
      return new CheckedAssertion(null, null, null, noted.list());
    }
    ObjectNode assertion = read.get().assertion();
    Requirements.ofAssertion(assertion, at, noted);
    if (!isSigned(assertion)) {
      noted.breach("verification", "/verification/type", "signed, and does not say so");
    }
    Hosting hosting = new Hosting(objects, noted);
    LinkedAssertion linked = LinkedAssertion.of(assertion, hosting, noted);
    ObjectNode issuer = issuer(linked, noted);
    CheckedAssertion.Key key = null;
    if (issuer != null) {
      key = new IssuerKeys(issuer, "/badge/issuer", hosting, noted).verify(read.get());
      revocation(assertion, issuer, "/badge/issuer", hosting, noted);
    }
    return new CheckedAssertion(linked.object(), linked.issuerId(), key, noted.list());
  }

  /**
   * Checks a document of another kind that is signed by the same rules, such as a record of CLR 1.0
   * or an endorsement.
   *
   * @param jws the compact JWS
   * @param issuer the JSON pointer of the Profile of who must have signed it
   */
  public CheckedAssertion signed(String jws, String issuer) {
    Noted noted = new Noted();
    Optional<SignedAssertion> read = SignedAssertion.read(jws, noted);
    if (read.isEmpty()) {
      return new CheckedAssertion(null, null, null, noted.list());
    }
    ObjectNode document = read.get().assertion();
    own(document, noted);
    Hosting hosting = new Hosting(objects, noted);
    String id = Hosting.id(document.at(issuer));
    ObjectNode profile = hosting.object(id, issuer).orElse(null);
    CheckedAssertion.Key key = null;
    if (profile != null) {
      key = new IssuerKeys(profile, issuer, hosting, noted).verify(read.get());
      revocation(document, profile, issuer, hosting, noted);
    }
    return new CheckedAssertion(document, id, key, noted.list());
  }

  /**
   * Checks a hosted document of another kind by the same rules, such as a record of CLR 1.0. As
   * with assertions the copy must not claim anything that is not at its address.
   *
   * @param copy the document as it was received
   * @param issuer the JSON pointer of the Profile of who must host it
   */
  public CheckedAssertion hosted(ObjectNode copy, String issuer) {
    Noted noted = new Noted();
    if (isSigned(copy)) {
      noted.invalid("unsigned", "/verification", "it says that it is signed, and is not");
    }
    Hosting hosting = new Hosting(objects, noted);
    Optional<ObjectNode> found = hosting.object(address(copy), "");
    if (found.isEmpty()) {
      return new CheckedAssertion(null, null, null, noted.list());
    }
    ObjectNode hosted = found.get();
    own(hosted, noted);
    Claimed.compare(copy, hosted, "", noted);
    String id = Hosting.id(hosted.at(issuer));
    hosting
        .object(id, issuer)
        .ifPresent(
            profile -> Scope.of(profile, issuer, noted).check(Hosting.id(hosted), "", noted));
    return new CheckedAssertion(hosted, id, null, noted.list());
  }

  /**
   * Checks what a document says against itself. Who vouches for it, such as the record around it,
   * is another question.
   *
   * @param document the document
   * @param issuer the JSON pointer of the Profile of who issued it
   */
  public CheckedAssertion inside(ObjectNode document, String issuer) {
    Noted noted = new Noted();
    own(document, noted);
    return new CheckedAssertion(document, Hosting.id(document.at(issuer)), null, noted.list());
  }

  private void own(ObjectNode document, Noted noted) {
    if (Lenient.of(document).isTrue("revoked")) {
      noted.invalid("revoked", "/revoked", "its issuer took it back");
    }
    Requirements.dates(document, at, noted);
  }

  private static void revocation(
      ObjectNode assertion, ObjectNode issuer, String owner, Hosting hosting, Noted noted) {
    String place = owner + "/revocationList";
    String address = Hosting.id(issuer.path("revocationList"));
    if (address.isEmpty()) {
      return;
    }
    hosting
        .object(address, place)
        .map(RevocationList::read)
        .ifPresent(list -> {
          if (!list.issuer().isEmpty() && !list.issuer().equals(Hosting.id(issuer))) {
            noted.unchecked("other-issuer", place, "the list is another issuer's");
          } else if (list.find(assertion).isPresent()) {
            noted.invalid("revoked", "/id", "the issuer took it back");
          }
        });
  }
}
