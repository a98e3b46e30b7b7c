package org.vellum.platform.event;

/** A consumer threw while it took in an event; the transaction goes back. */
final class EventRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient StoredEvent event;

  EventRefused(StoredEvent event, RuntimeException cause) {
    super("event " + event.context().position(), cause);
    this.event = event;
  }

  StoredEvent event() {
    return event;
  }

  /** Kind and place of the fault, without the message, which may hold what the event holds. */
  String reason() {
    Throwable cause = getCause();
    if (cause == null) {
      return "unknown";
    }
    StackTraceElement[] stack = cause.getStackTrace();
    return cause.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]);
  }
}
