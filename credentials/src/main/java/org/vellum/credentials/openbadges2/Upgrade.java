package org.vellum.credentials.openbadges2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Lenient;
import org.vellum.credentials.json.Surplus;
import org.vellum.credentials.openbadges.Achievement;
import org.vellum.credentials.openbadges.AchievementCredential;
import org.vellum.credentials.openbadges.AchievementSubject;
import org.vellum.credentials.openbadges.Alignment;
import org.vellum.credentials.openbadges.Criteria;
import org.vellum.credentials.openbadges.Evidence;
import org.vellum.credentials.openbadges.IdentifierEntry;
import org.vellum.credentials.openbadges.IdentityObject;
import org.vellum.credentials.openbadges.Image;
import org.vellum.credentials.openbadges.Profile;
import org.vellum.credentials.openbadges.Related;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.Loss;

/**
 * Writes an assertion of Open Badges 2.0 as a badge of 3.0, for its own issuer to sign: nobody else
 * can say again what it said.
 */
public final class Upgrade {
  private static final Set<String> FRAME = Set.of("@context", "type", "verification", "uid");

  private Upgrade() {}

  /**
   * Writes the badge, unsigned.
   *
   * @param assertion the assertion with its BadgeClass and issuer inside, as {@link
   *     CheckedAssertion#assertion()} has it
   * @param issuer the id under which the issuer signs badges of 3.0, mostly a did:web; its address
   *     in 2.0 is kept as {@code otherIdentifier}. Null to keep that address as its id
   * @return the badge; as losses, by JSON pointers into the assertion, what is not in it
   * @throws IllegalArgumentException if the assertion was revoked, or lacks what a badge of 3.0
   *     cannot be without, such as an absolute id
   */
  public static Converted<AchievementCredential> of(ObjectNode assertion, @Nullable String issuer) {
    AchievementCredential badge = badge(assertion, issuer);
    ObjectNode back = Downgrade.assertion(badge, "urn:vellum:no-image");
    List<Loss> losses = new ArrayList<>();
    for (String place : Surplus.of(Claimed.modern(assertion), back, FRAME)) {
      losses.add(
          new Loss(
              place,
              place.substring(place.lastIndexOf('/') + 1),
              "the badge of Open Badges 3.0 does not have it"));
    }
    return new Converted<>(badge, losses);
  }

  static AchievementCredential badge(ObjectNode assertion, @Nullable String issuer) {
    Lenient read = Lenient.of(assertion);
    Lenient badge = read.object("badge");
    Instant issued = read.instant("issuedOn");
    if (read.isTrue("revoked")) {
      throw new IllegalArgumentException("the assertion was revoked");
    }
    if (issued == null) {
      throw new IllegalArgumentException("the assertion has no date of issue");
    }
    return AchievementCredential.builder(
            read.text("id", ""),
            badge.text("name", ""),
            profile(badge.object("issuer"), issuer),
            issued,
            subject(assertion, read, badge))
        .awardedDate(issued)
        .validUntil(read.instant("expires"))
        .image(image(read))
        .evidence(read.list("evidence").stream().map(Upgrade::evidence).toList())
        .build();
  }

  private static AchievementSubject subject(ObjectNode assertion, Lenient read, Lenient badge) {
    RecipientIdentity recipient =
        RecipientIdentity.read(assertion.path("recipient"))
            .orElseThrow(() -> new IllegalArgumentException("the assertion names no recipient"));
    AchievementSubject.Builder subject =
        AchievementSubject.builder(achievement(badge)).narrative(read.text("narrative"));
    if (recipient.type().equals("id") && !recipient.hashed()) {
      return subject.id(recipient.identity()).build();
    }
    String known = Downgrade.identityType(recipient.type());
    IdentityObject identity =
        new IdentityObject(
            recipient.hashed(),
            recipient.identity(),
            known == null ? "ext:" + recipient.type() : known,
            recipient.salt());
    return subject.identifier(List.of(identity)).build();
  }

  private static Achievement achievement(Lenient badge) {
    String id = badge.text("id", "");
    Lenient criteria = badge.object("criteria");
    return Achievement.builder(
            id,
            badge.text("name", ""),
            badge.text("description", ""),
            new Criteria(absolute(criteria.text("id")), criteria.text("narrative")))
        .achievementType("Badge")
        .image(image(badge))
        .inLanguage(badge.text("@language"))
        .version(badge.text("version"))
        .tag(badge.texts("tags"))
        .alignment(badge.list("alignment").stream().flatMap(Upgrade::alignment).toList())
        .related(badge.list("related").stream().flatMap(Upgrade::related).toList())
        .resultDescription(EducationExtensions.assessments(id, badge))
        .build();
  }

  private static Profile profile(Lenient read, @Nullable String issuer) {
    String address = read.text("id", "");
    boolean renamed = issuer != null && !issuer.equals(address);
    return Profile.builder(issuer == null ? address : issuer)
        .otherIdentifier(renamed ? List.of(new IdentifierEntry(address, "identifier")) : List.of())
        .name(read.text("name"))
        .url(absolute(read.text("url")))
        .email(read.text("email"))
        .phone(read.text("telephone"))
        .description(read.text("description"))
        .image(image(read))
        .accreditations(EducationExtensions.accreditations(read))
        .build();
  }

  private static @Nullable Image image(Lenient owner) {
    Lenient image = owner.object("image");
    String id = absolute(image.text("id"));
    return id == null ? null : new Image(id, image.text("caption"));
  }

  private static Evidence evidence(Lenient read) {
    return new Evidence(
        absolute(read.text("id")),
        read.text("name"),
        read.text("description"),
        read.text("narrative"),
        read.text("genre"),
        read.text("audience"));
  }

  private static Stream<Alignment> alignment(Lenient read) {
    // 1.x called them name, url and description.
    String name = read.text("targetName", read.text("name", ""));
    String url = absolute(read.text("targetUrl", read.text("url", "")));
    String description = read.text("targetDescription");
    return url == null || name.isBlank()
        ? Stream.empty()
        : Stream.of(
            new Alignment(
                name,
                url,
                null,
                read.text("targetCode"),
                description == null ? read.text("description") : description,
                read.text("targetFramework")));
  }

  private static Stream<Related> related(Lenient read) {
    String id = absolute(read.text("id"));
    return id == null
        ? Stream.empty()
        : Stream.of(new Related(id, read.text("@language"), read.text("version")));
  }

  /** What is relative would not be covered by a signature, so it is left behind. */
  private static @Nullable String absolute(@Nullable String address) {
    try {
      return address != null && new URI(address).isAbsolute() ? address : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
