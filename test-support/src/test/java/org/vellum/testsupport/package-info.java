/**
 * Shows that the support itself does what the tests of other modules rely on.
 *
 * <p>Decision: the test database is tested with plain JDBC, so that no library stands between.
 */
@NullMarked
package org.vellum.testsupport;

import org.jspecify.annotations.NullMarked;
