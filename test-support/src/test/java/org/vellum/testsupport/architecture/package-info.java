/**
 * Shows of every rule that it fails where it should, and only there.
 *
 * <p>Decision: each test names the exact violations, so that a rule that finds too little and one
 * that finds too much both fail.
 */
@NullMarked
package org.vellum.testsupport.architecture;

import org.jspecify.annotations.NullMarked;
