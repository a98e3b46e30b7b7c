package org.vellum.credentials.jsonld;

/** The JSON-LD processor refused a document. */
final class ProcessingFailed extends Exception {
  private static final long serialVersionUID = 1L;

  ProcessingFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
