package org.vellum.contracts;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A learner agreed that an employer who asked may see the whole record, by a link that is made for
 * this employer alone.
 *
 * @param request identifier of what the employer asked
 * @param learner who agreed
 * @param employer who asked: the name by which the employer signs in
 * @param lastDay the last day on which the link shows something, in UTC
 */
public record RecordRequestAgreed(UUID request, UUID learner, String employer, LocalDate lastDay)
    implements Event {

  @Override
  public String subject() {
    return learner.toString();
  }
}
