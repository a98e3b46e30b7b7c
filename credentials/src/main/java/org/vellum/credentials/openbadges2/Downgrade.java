package org.vellum.credentials.openbadges2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.Surplus;
import org.vellum.credentials.openbadges.Achievement;
import org.vellum.credentials.openbadges.AchievementCredential;
import org.vellum.credentials.openbadges.AchievementSubject;
import org.vellum.credentials.openbadges.Alignment;
import org.vellum.credentials.openbadges.IdentifierEntry;
import org.vellum.credentials.openbadges.IdentityObject;
import org.vellum.credentials.openbadges.Image;
import org.vellum.credentials.openbadges.Profile;
import org.vellum.credentials.openbadges.Related;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.Loss;

/** Writes a badge of Open Badges 3.0 as an assertion of 2.0, for tools that know no other. */
public final class Downgrade {
  static final Set<String> FRAME = Set.of("@context", "type", "proof", "verification");

  /** The kinds of identity that the context of 2.0 has a property for. */
  static final Map<String, String> IDENTITIES =
      Map.of("emailAddress", "email", "ext:url", "url", "ext:telephone", "telephone");

  private Downgrade() {}

  /**
   * Writes a hosted assertion with its BadgeClass and its issuer inside; {@link
   * SignedAssertion#sign} makes a signed one of it.
   *
   * @param credential the badge. An issuer whose id is no address on the web is named by the
   *     address that its {@code otherIdentifier} has, as the implementation guide of 3.0 advises
   * @param image the address of a picture, for an achievement that has none: 2.0 demands one
   * @return the assertion; as losses, by JSON pointers into the badge, what 2.0 has no place for
   * @throws IllegalArgumentException if nobody is named by an identity that 2.0 knows: an e-mail
   *     address, a URL, a telephone number, or the subject's id
   */
  public static Converted<ObjectNode> of(AchievementCredential credential, String image) {
    ObjectNode written = assertion(credential, image);
    String issuer = credential.issuer().id();
    ObjectNode back = Upgrade.badge(written, issuer).toJson();
    List<Loss> losses = new ArrayList<>();
    for (String place : Surplus.of(credential.toJson(), back, FRAME)) {
      losses.add(
          new Loss(
              place,
              place.substring(place.lastIndexOf('/') + 1),
              "Open Badges 2.0 has no place for it"));
    }
    return new Converted<>(written, losses);
  }

  static ObjectNode assertion(AchievementCredential credential, String image) {
    AchievementSubject subject = credential.credentialSubject();
    return Fields.empty()
        .put("@context", AssertionWriter.CONTEXT)
        .put("id", credential.id())
        .put("type", "Assertion")
        .put("recipient", recipient(subject))
        .put("badge", badge(subject.achievement(), credential.issuer(), image))
        .put("verification", Fields.empty().put("type", "HostedBadge").node())
        .put(
            "issuedOn",
            credential.awardedDate() == null ? credential.validFrom() : credential.awardedDate())
        .put("expires", credential.validUntil())
        .put("narrative", subject.narrative())
        .put("image", credential.image() == null ? null : image(credential.image()))
        .nodes(
            "evidence", credential.evidence().stream().map(each -> typed(each.toJson())).toList())
        .node();
  }

  private static ObjectNode typed(ObjectNode part) {
    return part.put("type", part.path("type").path(0).asText());
  }

  private static RecipientIdentity recipient(AchievementSubject subject) {
    Optional<IdentityObject> known =
        subject.identifier().stream()
            .filter(each -> IDENTITIES.containsKey(each.identityType()))
            .findFirst();
    if (known.isPresent()) {
      IdentityObject identity = known.get();
      return new RecipientIdentity(
          IDENTITIES.getOrDefault(identity.identityType(), "email"),
          identity.identityHash(),
          identity.hashed(),
          identity.salt());
    }
    if (subject.id() == null) {
      throw new IllegalArgumentException("no identity of the learner is one of Open Badges 2.0");
    }
    return RecipientIdentity.plain("id", subject.id());
  }

  private static ObjectNode badge(Achievement achievement, Profile issuer, String image) {
    Image own = achievement.image();
    return Fields.empty()
        .put("@context", AssertionWriter.CONTEXT)
        .put("id", achievement.id())
        .put("type", "BadgeClass")
        .put("name", achievement.name())
        .put("description", achievement.description())
        .put("image", image(own == null ? new Image(image, null) : own))
        .put("criteria", achievement.criteria())
        .put("@language", achievement.inLanguage())
        .put("version", achievement.version())
        .nodes("alignment", achievement.alignment().stream().map(Downgrade::alignment).toList())
        .strings("tags", achievement.tag())
        .nodes("related", achievement.related().stream().map(Downgrade::related).toList())
        .put(
            EducationExtensions.ASSESSMENT,
            EducationExtensions.assessments(achievement.name(), achievement.resultDescription()))
        .put("issuer", issuer(issuer))
        .node();
  }

  static ObjectNode issuer(Profile issuer) {
    return Fields.empty()
        .put("@context", AssertionWriter.CONTEXT)
        .put("id", address(issuer))
        .put("type", "Issuer")
        .put("name", issuer.name())
        .put("url", issuer.url())
        .put("email", issuer.email())
        .put("telephone", issuer.phone())
        .put("description", issuer.description())
        .put("image", issuer.image() == null ? null : image(issuer.image()))
        .nodes(
            EducationExtensions.ACCREDITATION,
            EducationExtensions.accreditations(issuer.accreditations()))
        .node();
  }

  private static String address(Profile issuer) {
    if (Hosting.address(issuer.id()).isPresent()) {
      return issuer.id();
    }
    return issuer.otherIdentifier().stream()
        .map(IdentifierEntry::identifier)
        .filter(other -> Hosting.address(other).isPresent())
        .findFirst()
        .orElse(issuer.id());
  }

  private static ObjectNode image(Image image) {
    return Fields.empty()
        .put("id", image.id())
        .put("type", "Image")
        .put("caption", image.caption())
        .node();
  }

  private static ObjectNode alignment(Alignment alignment) {
    ObjectNode written = alignment.toJson();
    written.remove("targetType");
    return typed(written).put("type", "AlignmentObject");
  }

  private static ObjectNode related(Related related) {
    return Fields.empty()
        .put("id", related.id())
        .put("type", "BadgeClass")
        .put("@language", related.inLanguage())
        .put("version", related.version())
        .node();
  }

  /** The kind of identity that 3.0 calls a property of 2.0. */
  static @Nullable String identityType(String property) {
    return IDENTITIES.entrySet().stream()
        .filter(entry -> entry.getValue().equals(property))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }
}
