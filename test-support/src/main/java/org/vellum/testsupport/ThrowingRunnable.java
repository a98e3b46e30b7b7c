package org.vellum.testsupport;

/** Work that gives nothing and may throw anything. */
@FunctionalInterface
public interface ThrowingRunnable {

  void run() throws Exception;
}
