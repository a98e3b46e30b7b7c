package org.vellum.platform.imsx;

/** Ends a request to a 1EdTech service with that standard's own error payload. */
public final class ImsxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final String description;

  /**
   * @param fault what happened
   * @param description one sentence for a person, without personal data
   */
  public ImsxException(Fault fault, String description) {
    super(fault.name(), null, false, false);
    this.fault = fault;
    this.description = description;
  }

  public Fault fault() {
    return fault;
  }

  public String description() {
    return description;
  }
}
