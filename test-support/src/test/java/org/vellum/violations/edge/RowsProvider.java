package org.vellum.violations.edge;

import jakarta.ws.rs.core.Response;
import org.jdbi.v3.core.Jdbi;

/** Speaks SQL and HTTP. */
record RowsProvider(Jdbi jdbi, Response response) {}
