/**
 * The stereotypes by which a class says what it is: a use case, a repository, a component.
 *
 * <p>Decision: one instance each, made by its constructor and without a proxy in front, so that a
 * test makes it in the same way; a transaction begins at a use case and nowhere else.
 */
@NullMarked
package org.vellum.platform.usecase;

import org.jspecify.annotations.NullMarked;
