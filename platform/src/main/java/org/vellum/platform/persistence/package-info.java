/**
 * The way to PostgreSQL: one data source of the container, Jdbi over it, Flyway for the schemas.
 *
 * <p>Decision: SQL stands in the repository that needs it, as text; Jdbi binds and maps, and the
 * container's transaction is the only one there is.
 */
@Feature(uses = {"org.vellum.platform.problem", "org.vellum.platform.usecase"})
@NullMarked
package org.vellum.platform.persistence;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
