package org.vellum.violations.ceremony;

/** An interface with one implementation. */
interface Thing {}
