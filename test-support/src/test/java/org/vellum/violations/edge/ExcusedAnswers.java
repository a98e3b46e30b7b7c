package org.vellum.violations.edge;

import jakarta.ws.rs.core.Response;
import org.vellum.violations.words.ArchitectureException;

/** Speaks HTTP with a reason. */
@ArchitectureException(rule = "ceremony", reason = "shows that several exceptions are read")
@ArchitectureException(rule = "technology", reason = "shows that an exception is heard")
record ExcusedAnswers(Response response) {}
