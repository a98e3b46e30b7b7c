package org.vellum.violations.ceremony;

/** An interface with two implementations, which may be. */
sealed interface Shape {

  /** One of two. */
  record Round() implements Shape {}

  /** One of two. */
  record Square() implements Shape {}
}
