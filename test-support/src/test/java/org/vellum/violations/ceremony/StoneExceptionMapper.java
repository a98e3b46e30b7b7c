package org.vellum.violations.ceremony;

/** Named as Jakarta REST names it, which may be. */
final class StoneExceptionMapper {}
