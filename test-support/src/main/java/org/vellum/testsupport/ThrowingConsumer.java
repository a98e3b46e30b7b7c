package org.vellum.testsupport;

/**
 * Work on a value that may throw anything.
 *
 * @param <T> the kind of value
 */
@FunctionalInterface
public interface ThrowingConsumer<T> {

  void accept(T value) throws Exception;

  /** The same, with a checked exception wrapped in an {@link IllegalStateException}. */
  default void acceptUnchecked(T value) {
    try {
      accept(value);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
