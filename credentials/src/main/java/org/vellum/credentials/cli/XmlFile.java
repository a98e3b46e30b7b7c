package org.vellum.credentials.cli;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.vellum.credentials.elmo.ElmoRecords;
import org.vellum.credentials.pesc.BatchItem;
import org.vellum.credentials.pesc.BatchReader;
import org.vellum.credentials.pesc.PescRecords;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.xml.HardenedXml;
import org.vellum.credentials.xml.XmlRead;
import org.w3c.dom.Document;

/** Transcripts in XML: ELMO, PESC College Transcripts, and batches of these. */
final class XmlFile {
  private XmlFile() {}

  /**
   * The document in the bytes.
   *
   * @throws CommandFailed if there is none that may be looked at
   */
  static Document document(byte[] bytes) {
    return switch (new HardenedXml().read(bytes)) {
      case XmlRead.Parsed parsed -> parsed.document();
      case XmlRead.Faulty(var fault) ->
          throw new CommandFailed(
              ExitCode.INVALID, "At " + fault.place() + ": " + fault.message() + ".");
      case XmlRead.TooMuch(var fault) ->
          throw new CommandFailed(ExitCode.UNCHECKED, "It is " + fault.message() + ".");
    };
  }

  static boolean isBatch(Document document) {
    return "AcademicRecordBatch".equals(document.getDocumentElement().getLocalName());
  }

  /**
   * The record in a transcript.
   *
   * @throws IllegalArgumentException if it is none, or cannot be read
   */
  static Converted<LearnerRecord> record(Document document) {
    return PescRecords.isTranscript(document.getDocumentElement())
        ? PescRecords.read(document)
        : ElmoRecords.read(document);
  }

  /** What stands in a batch. */
  static List<BatchItem> items(byte[] batch) {
    List<BatchItem> items = new ArrayList<>();
    BatchReader.read(new ByteArrayInputStream(batch), items::add);
    return items;
  }

  /**
   * The record of one item of a batch.
   *
   * @param number from 1
   * @throws CommandFailed if there is no such item
   * @throws IllegalArgumentException if it could not be read
   */
  static Converted<LearnerRecord> record(byte[] batch, int number) {
    List<BatchItem> items = items(batch);
    if (number < 1 || number > items.size()) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "A batch of " + items.size() + " transcripts: say with --item which one is meant.");
    }
    return switch (items.get(number - 1)) {
      case BatchItem.Transcript transcript -> transcript.record();
      case BatchItem.Faulty faulty ->
          throw new IllegalArgumentException(
              faulty.fault().message() + " at " + faulty.fault().place());
    };
  }
}
