package org.vellum.platform.web;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Stack traces for the log, without the messages of exceptions. */
final class Traces {
  private static final int DEPTH = 12;

  private Traces() {}

  static String withoutMessages(Throwable thrown) {
    StringBuilder trace = new StringBuilder();
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      trace.append(each.getClass().getName()).append('\n').append(frames(each));
    }
    return trace.toString();
  }

  private static String frames(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .limit(DEPTH)
        .map(frame -> "  at " + frame + "\n")
        .collect(Collectors.joining());
  }
}
