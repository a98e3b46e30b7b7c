/**
 * What a test of any module stands on: a real PostgreSQL, and the reference material of the
 * standards where it is present.
 *
 * <p>Decision: no imitation of the database. A repository is tested against the PostgreSQL that it
 * will meet in production, made fast by giving up only durability, which a test does not need.
 */
@NullMarked
package org.vellum.testsupport;

import org.jspecify.annotations.NullMarked;
