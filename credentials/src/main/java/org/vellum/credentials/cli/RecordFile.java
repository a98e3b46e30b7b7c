package org.vellum.credentials.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.clr.ClrRecords;
import org.vellum.credentials.clr1.Clr1Records;
import org.vellum.credentials.openbadges2.OpenBadges2Records;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.verification.XmlVerifier;
import org.w3c.dom.Document;

/** Reads a learner's record from whichever format it is in, told by its content. */
final class RecordFile {
  private static final Set<String> CLR_2_OR_BADGE =
      Set.of("ClrCredential", "AchievementCredential", "OpenBadgeCredential");

  private RecordFile() {}

  /**
   * The record in the bytes.
   *
   * @throws CommandFailed if it is in no format that is read here
   * @throws IllegalArgumentException if it is, and cannot be read
   */
  static Converted<LearnerRecord> read(byte[] bytes) {
    return read(bytes, 0);
  }

  /**
   * The record in the bytes, or in one item of the batch in the bytes.
   *
   * @param item which item of a batch, from 1
   * @throws CommandFailed if it is in no format that is read here
   * @throws IllegalArgumentException if it is, and cannot be read
   */
  static Converted<LearnerRecord> read(byte[] bytes, int item) {
    if (!XmlVerifier.isXml(bytes)) {
      return read(Json.object(bytes));
    }
    Document document = XmlFile.document(bytes);
    return XmlFile.isBatch(document) ? XmlFile.record(bytes, item) : XmlFile.record(document);
  }

  /** The bytes as text if they are a CLR 2.0 with a proof, so that it can be kept as it is. */
  static @Nullable String signedClr(byte[] bytes) {
    if (XmlVerifier.isXml(bytes)) {
      return null;
    }
    ObjectNode document = Json.object(bytes);
    return is(document, Set.of("ClrCredential")) && document.has("proof")
        ? new String(bytes, StandardCharsets.UTF_8)
        : null;
  }

  private static Converted<LearnerRecord> read(ObjectNode document) {
    if (is(document, CLR_2_OR_BADGE)) {
      return ClrRecords.read(document);
    }
    if (is(document, Set.of("Assertion"))) {
      return OpenBadges2Records.read(List.of(document));
    }
    if (is(document, Set.of("CLR", "Clr"))) {
      return Clr1Records.read(document);
    }
    throw new CommandFailed(
        ExitCode.INVALID,
        "This is no CLR 2.0 or 1.0, Open Badge 3.0 or 2.0, ELMO or PESC transcript.");
  }

  private static boolean is(ObjectNode document, Set<String> types) {
    JsonNode type = document.path("type");
    if (!type.isArray()) {
      return types.contains(type.asText());
    }
    for (JsonNode one : type) {
      if (types.contains(one.asText())) {
        return true;
      }
    }
    return false;
  }
}
