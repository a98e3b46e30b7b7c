package org.vellum.violations;

import org.vellum.testsupport.TestDatabase;
import org.vellum.violations.first.One;

/** Puts features together, which it may, and uses a module that is not drawn for it. */
public record Assembly(One one, TestDatabase undrawn) {}
