package org.vellum.competency.framework.editing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vellum.competency.framework.DraftRows.Stored;
import org.vellum.competency.framework.StoredJson;

/** Reads stored objects so that they can be changed. */
final class StoredObjects {
  private StoredObjects() {}

  /**
   * The object from which a change starts: what is served of it, whole with all its links, and what
   * was received beside that.
   */
  static ObjectNode base(Stored stored) {
    ObjectNode base = (ObjectNode) StoredJson.read(stored.received());
    JsonNode sent = StoredJson.read(stored.sent());
    return base.setAll((ObjectNode) sent);
  }

  /** The object as it is served. */
  static ObjectNode sent(Stored stored) {
    return (ObjectNode) StoredJson.read(stored.sent());
  }
}
