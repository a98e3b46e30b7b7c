/**
 * The words in which a package says how it wants to be seen by the architecture rules.
 *
 * <p>Decision: a wall, and every exception to a rule, is written where it stands and not in a list
 * in a test, so that who reads the code reads the reason, and who moves the code moves it along.
 */
@NullMarked
package org.vellum.platform.architecture;

import org.jspecify.annotations.NullMarked;
