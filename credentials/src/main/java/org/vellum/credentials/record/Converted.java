package org.vellum.credentials.record;

import java.util.List;

/**
 * What a conversion gave, and what it had to leave behind.
 *
 * @param <T> what it was converted into
 * @param value the outcome
 * @param losses what could not be carried, in the order of the source; empty if nothing
 */
public record Converted<T>(T value, List<Loss> losses) {

  /** Copies the list. */
  public Converted {
    losses = List.copyOf(losses);
  }
}
