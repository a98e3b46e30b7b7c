package org.vellum.platform.fetch;

/** A server did not give what it was asked for; the message is a sentence for a person. */
public final class RemoteException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  /** There was no answer that could be read. */
  public RemoteException(String message) {
    this(message, 0);
  }

  /**
   * The server answered otherwise than hoped for.
   *
   * @param status the HTTP status with which it answered
   */
  public RemoteException(String message, int status) {
    super(message);
    this.status = status;
  }

  /** The HTTP status of the answer; 0 if there was none. */
  public int status() {
    return status;
  }
}
