package org.vellum.violations.edge;

import org.jdbi.v3.core.Jdbi;

/** A repository, which may speak SQL. */
record Rows(Jdbi jdbi) {}
