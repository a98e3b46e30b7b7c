/**
 * Runs the rules against vectors: inputs with what the regulations and the Handbook say comes out.
 *
 * <p>Decision: a reader takes every field by name, and a field that none took fails the vector, so
 * that no expectation is passed over.
 */
@NullMarked
package org.vellum.finaid.vectors;

import org.jspecify.annotations.NullMarked;
