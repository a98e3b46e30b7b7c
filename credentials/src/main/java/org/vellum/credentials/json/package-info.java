/**
 * Reads JSON strictly and writes it without empty members.
 *
 * <p>Decision: what is signed is kept as a tree of Jackson nodes in the order in which it was
 * written, never as bound objects, because a member lost in binding is a member not verified.
 */
@NullMarked
package org.vellum.credentials.json;

import org.jspecify.annotations.NullMarked;
