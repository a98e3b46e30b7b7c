package org.vellum.violations.ceremony;

/** Says nothing, and gives a reason that is none. */
@org.vellum.violations.words.ArchitectureException(rule = "ceremony", reason = "")
final class ThingUtils {}
