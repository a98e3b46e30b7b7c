package org.vellum.finaid.profile;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A file that is being written by a profile. */
interface ProfileOutput extends Closeable {

  /** Begins a record with its texts, in the order of its columns. */
  void begin(MappingProfile.ProfileNode node, List<String> texts) throws IOException;

  /** Ends it, when all that belongs to it is written. */
  void end(MappingProfile.ProfileNode node) throws IOException;

  /**
   * Whether a text fits its column.
   *
   * @return what is wrong, or the empty text
   */
  String fault(ProfileColumn column, String text);

  /** Writes what stands after the last record. */
  void finish() throws IOException;
}
