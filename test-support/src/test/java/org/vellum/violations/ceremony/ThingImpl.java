package org.vellum.violations.ceremony;

/** Its one implementation. */
final class ThingImpl implements Thing {

  /** Nested, and says nothing either. */
  static final class Manager {}
}
