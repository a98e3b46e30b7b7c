package org.vellum.credentials.pesc;

import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.xml.Fault;
import org.w3c.dom.Document;

/** One thing that stands in a batch. */
public sealed interface BatchItem {
  /** Where it stands, from 1. */
  int number();

  /**
   * A transcript that could be read; whether it is genuine is not asked here.
   *
   * @param number where it stands, from 1
   * @param document the transcript as a document of its own, in which its signature is to be
   *     verified
   * @param record the record, and what of the transcript it does not say
   */
  record Transcript(int number, Document document, Converted<LearnerRecord> record)
      implements BatchItem {}

  /**
   * What could not be read. The items after it can, unless the batch itself ends here for being no
   * XML.
   *
   * @param number where it stands, from 1
   * @param fault what is wrong; its place is the line and column in the batch
   */
  record Faulty(int number, Fault fault) implements BatchItem {}
}
