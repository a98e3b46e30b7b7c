package org.vellum.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Set;
import org.vellum.platform.json.Json;

/**
 * An event as the log keeps it.
 *
 * @param horizon what it is ordered by before its position: PostgreSQL's {@code xid8} in decimal
 * @param parked whether an earlier event of its subject is parked with this cursor
 */
record StoredEvent(
    String horizon, String type, String payload, boolean parked, EventContext context) {

  /** The record of the contracts that it was. */
  Record as(Set<Class<? extends Record>> known) {
    Class<? extends Record> wanted =
        known.stream()
            .filter(each -> each.getSimpleName().equals(type))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("not asked for events of " + type));
    try {
      return Json.mapper().readValue(payload, wanted);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("event " + context.position() + " does not fit " + type, e);
    }
  }
}
