/**
 * The model of the Comprehensive Learner Record 2.0, for writing records.
 *
 * <p>Decision: the children of a record are given as the signed trees that they are; nothing that
 * was signed is ever rebuilt from objects.
 */
@NullMarked
package org.vellum.credentials.clr;

import org.jspecify.annotations.NullMarked;
