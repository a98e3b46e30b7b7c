package org.vellum.testsupport;

import org.jspecify.annotations.Nullable;

/**
 * Work that gives a value and may throw anything.
 *
 * @param <T> the kind of value
 */
@FunctionalInterface
public interface ThrowingSupplier<T extends @Nullable Object> {

  T get() throws Exception;
}
