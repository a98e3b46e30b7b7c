package org.vellum.credentials.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.Differences;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Loss;
import org.vellum.credentials.record.Unread;

/** Between a learner's record and Open Badges 2.0: one assertion for each attainment. */
public final class OpenBadges2Records {
  private static final String NO_PLACE = "Open Badges 2.0 has no place for it";

  private OpenBadges2Records() {}

  /**
   * Writes hosted assertions, each with its BadgeClass and Profile inside. What is not yet awarded
   * is no badge and is left out.
   *
   * @param record the record; its learner needs an e-mail address or an id
   * @param image the address of the badges' picture, which Open Badges 2.0 requires
   * @param salt what is hashed together with the recipient; null to name the recipient in clear
   * @return the assertions; as losses whatever a reader of them does not find again, and what the
   *     standard demands of an issuer and the record does not have
   * @throws IllegalArgumentException if the learner has neither an e-mail address nor an id
   */
  public static Converted<List<ObjectNode>> write(
      LearnerRecord record, String image, @Nullable String salt) {
    AssertionWriter writer = new AssertionWriter(record, image, salt);
    List<ObjectNode> assertions =
        record.attainments().stream()
            .filter(attainment -> attainment.awarded() != null)
            .map(writer::write)
            .toList();
    List<Loss> losses = new ArrayList<>(missing(record));
    if (assertions.isEmpty()) {
      losses.add(new Loss("", "record", "nothing in it was awarded, so there is no badge"));
    } else {
      losses.addAll(Differences.between(record, read(assertions).value(), NO_PLACE));
    }
    return new Converted<>(assertions, losses);
  }

  private static List<Loss> missing(LearnerRecord record) {
    List<Loss> missing = new ArrayList<>();
    if (record.institution().url() == null) {
      missing.add(new Loss("institution.url", "url", "Open Badges 2.0 demands it of an issuer"));
    }
    if (record.institution().email() == null) {
      missing.add(
          new Loss("institution.email", "email", "Open Badges 2.0 demands it of an issuer"));
    }
    return missing;
  }

  /**
   * Reads assertions of one learner, leniently: parts embedded or named by their IRI, single values
   * for lists, {@code verify} for {@code verification}, {@code uid}, times in seconds since 1970.
   * Whether they are genuine is not asked here.
   *
   * @param assertions at least one; the first tells the learner and the institution
   * @return the record; as losses, by JSON pointers into the array of assertions, what was not read
   * @throws IllegalArgumentException if there is no assertion
   */
  public static Converted<LearnerRecord> read(List<ObjectNode> assertions) {
    if (assertions.isEmpty()) {
      throw new IllegalArgumentException("no assertion");
    }
    ArrayNode all = JsonNodeFactory.instance.arrayNode().addAll(assertions);
    List<Loss> losses =
        new ArrayList<>(
            Unread.in(
                all,
                AssertionReader.KNOWN,
                AssertionReader.OPAQUE,
                "a learner's record has no place for it"));
    for (int i = 0; i < assertions.size(); i++) {
      JsonNode badge = assertions.get(i).path("badge");
      if (badge.isTextual()) {
        losses.add(
            new Loss("/" + i + "/badge", "badge", "only its address is given; it was not fetched"));
      }
    }
    return new Converted<>(new AssertionReader(assertions).record(), losses);
  }
}
