package org.vellum.credentials.openbadges2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.Institution;
import org.vellum.credentials.record.Learner;
import org.vellum.credentials.record.LearnerRecord;

/** Writes the attainments of one record as hosted assertions (Open Badges 2.0, Vocabulary). */
final class AssertionWriter {
  static final String CONTEXT = "https://w3id.org/openbadges/v2";

  private final Institution institution;
  private final String image;
  private final RecipientIdentity recipient;

  AssertionWriter(LearnerRecord record, String image, @Nullable String salt) {
    this.institution = record.institution();
    this.image = image;
    this.recipient = recipient(record.learner(), salt);
  }

  private static RecipientIdentity recipient(Learner learner, @Nullable String salt) {
    String type = learner.email() == null ? "id" : "email";
    String identity = learner.email() == null ? learner.id() : learner.email();
    if (identity == null) {
      throw new IllegalArgumentException("the learner has neither an e-mail address nor an id");
    }
    return salt == null
        ? RecipientIdentity.plain(type, identity)
        : RecipientIdentity.hashed(type, identity, salt);
  }

  ObjectNode write(Attainment attainment) {
    Institution issuer = attainment.awardedBy() == null ? institution : attainment.awardedBy();
    return Fields.empty()
        .put("@context", CONTEXT)
        .put("id", attainment.id())
        .put("type", "Assertion")
        .put("recipient", recipient)
        .put("badge", badge(attainment.achievement(), issuer))
        .put("verification", Fields.empty().put("type", "HostedBadge").node())
        .put("issuedOn", attainment.awarded())
        .put("expires", attainment.validUntil())
        .put("narrative", attainment.narrative())
        .nodes("evidence", attainment.evidence().stream().map(AssertionWriter::evidence).toList())
        .node();
  }

  private ObjectNode badge(Attainment.Achievement achievement, Institution issuer) {
    String criteria = achievement.criteria();
    List<ObjectNode> alignments =
        achievement.alignments().stream().map(AssertionWriter::alignment).toList();
    return Fields.empty()
        .put("@context", CONTEXT)
        .put("id", achievement.id())
        .put("type", "BadgeClass")
        .put("name", achievement.name())
        .put("description", achievement.description())
        .put("image", image)
        // Required; without a text of its own it is told at the badge's address.
        .put(
            "criteria",
            criteria == null
                ? Fields.empty().put("id", achievement.id()).node()
                : Fields.empty().put("narrative", criteria).node())
        .put("@language", achievement.language())
        .nodes("alignment", alignments)
        .strings("tags", achievement.tags())
        .put("issuer", profile(issuer))
        .node();
  }

  private static ObjectNode profile(Institution issuer) {
    return Fields.empty()
        .put("@context", CONTEXT)
        .put("id", issuer.id())
        .put("type", "Issuer")
        .put("name", issuer.name())
        .put("url", issuer.url())
        .put("email", issuer.email())
        .put("telephone", issuer.phone())
        .node();
  }

  private static ObjectNode alignment(Attainment.Alignment alignment) {
    return Fields.empty()
        .put("targetName", alignment.name())
        .put("targetUrl", alignment.url())
        .put("targetCode", alignment.code())
        .put("targetFramework", alignment.framework())
        .node();
  }

  private static ObjectNode evidence(Attainment.Evidence evidence) {
    return Fields.empty()
        .put("id", evidence.url())
        .put("type", "Evidence")
        .put("name", evidence.name())
        .put("narrative", evidence.narrative())
        .put("genre", evidence.genre())
        .node();
  }
}
