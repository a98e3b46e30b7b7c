/**
 * Gives Open Liberty its data source: a bundled PostgreSQL that starts on first use, recovers after
 * a crash and stops with the server, or an external one.
 *
 * <p>Decision: the programs are driven here with {@code initdb} and {@code pg_ctl} rather than by
 * the library that is known for tests, because that one trusts every local user, turns {@code
 * fsync} off and keeps PostgreSQL in the terminal's process group, where Ctrl-C stops it before the
 * server.
 */
@NullMarked
package org.vellum.database;

import org.jspecify.annotations.NullMarked;
