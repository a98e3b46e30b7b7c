package org.vellum.platform.imsx;

/** What can go wrong with a request to a 1EdTech service, before any standard names it. */
public enum Fault {
  UNAUTHORISED(401),
  FORBIDDEN(403),
  UNKNOWN_OBJECT(404),
  INVALID_IDENTIFIER(404),
  INVALID_SORT_FIELD(400),
  INVALID_FILTER(400),
  INVALID_SELECTION(400),
  /** What was sent cannot be read as what the operation takes. */
  MALFORMED(400),
  /** What was sent can be read, but does not hold (OneRoster 1.2, REST binding: 422). */
  INVALID_DATA(422),
  TOO_LARGE(413),
  BUSY(429),
  INTERNAL(500);

  private final int status;

  Fault(int status) {
    this.status = status;
  }

  /** The HTTP status code that goes with it. */
  public int status() {
    return status;
  }
}
