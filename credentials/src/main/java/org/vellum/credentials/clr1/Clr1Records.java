package org.vellum.credentials.clr1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.Differences;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Loss;
import org.vellum.credentials.record.Unread;

/** Between a learner's record and the Comprehensive Learner Record 1.0. */
public final class Clr1Records {

  private Clr1Records() {}

  /**
   * Writes a CLR 1.0 that meets the published schema (ClrDType).
   *
   * @param record the record
   * @return the CLR, unsigned; as losses whatever a reader of it does not find again
   */
  public static Converted<ObjectNode> write(LearnerRecord record) {
    ObjectNode clr = new Clr1Writer(record).write();
    List<Loss> losses =
        Differences.between(record, read(clr).value(), "CLR 1.0 has no place for it");
    return new Converted<>(clr, losses);
  }

  /**
   * Reads a CLR 1.0 leniently: nulls are nothing, single values are lists of one, times may lack
   * their zone, and signed assertions are opened and read behind the others. Whether anything is
   * genuine is not asked here.
   *
   * @param clr the CLR
   * @return the record; as losses, by JSON pointers, what was not read
   */
  public static Converted<LearnerRecord> read(ObjectNode clr) {
    ObjectNode opened = SignedClr.opened(clr);
    List<Loss> losses =
        new ArrayList<>(
            Unread.in(
                opened,
                Clr1Reader.KNOWN,
                Clr1Reader.OPAQUE,
                "a learner's record has no place for it"));
    return new Converted<>(new Clr1Reader(opened).record(), losses);
  }
}
