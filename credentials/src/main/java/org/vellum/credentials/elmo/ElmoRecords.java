package org.vellum.credentials.elmo;

import java.util.ArrayList;
import java.util.List;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.Differences;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Loss;
import org.vellum.credentials.xml.HardenedXml;
import org.w3c.dom.Document;

/** Learner records as ELMO (written as version 1.x, read in every version of its namespace). */
public final class ElmoRecords {
  private static final HardenedXml XML = new HardenedXml();

  private ElmoRecords() {}

  /**
   * Writes a record. A signature may follow as the last child of the document element.
   *
   * @return the document, and what of the record it does not say, by the record's own paths
   */
  public static Converted<Document> write(LearnerRecord record) {
    Document document = ElmoWriter.write(record);
    LearnerRecord back = ElmoReader.read(document, new ArrayList<>());
    return new Converted<>(document, Differences.between(record, back, ElmoRecords::reason));
  }

  /**
   * Reads a record: the issuer of the first report is its institution, and what other reports say
   * was awarded by their issuers.
   *
   * @return the record, and what of the document it does not say, by XPath
   * @throws IllegalArgumentException with a sentence for people if it is no ELMO document
   */
  public static Converted<LearnerRecord> read(byte[] bytes) {
    return read(XML.read(bytes).get());
  }

  /** Reads a record from a document that is parsed already, perhaps after its verification. */
  public static Converted<LearnerRecord> read(Document document) {
    List<Loss> losses = new ArrayList<>();
    LearnerRecord record = ElmoReader.read(document, losses);
    return new Converted<>(record, losses);
  }

  private static String reason(String path) {
    return switch (path) {
      case "learner.givenName", "learner.familyName" ->
          "ELMO asks for both names apart, and the record has one";
      case "learner.fullName" -> "ELMO has the given and the family name only";
      case "institution.url" -> "ELMO asks for a website, and the record has none";
      case "attainments.awardedBy" ->
          "ELMO has the name, country and website of an institution only";
      case "periods", "attainments.periodId" ->
          "ELMO has terms with both days only, and no names for them";
      case "attainments.awarded" -> "ELMO has the day only";
      default -> "ELMO has no place for it";
    };
  }
}
