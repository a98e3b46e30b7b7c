package org.vellum.competency.framework.remote;

/** A server did not give what it was asked for; the message is a sentence for a person. */
final class RemoteException extends Exception {
  private static final long serialVersionUID = 1L;

  RemoteException(String message) {
    super(message);
  }
}
