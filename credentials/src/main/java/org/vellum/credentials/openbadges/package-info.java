/**
 * The model of Open Badges 3.0, written strictly and read leniently.
 *
 * <p>Decision: what is read keeps the tree that it was read from, and only the tree is ever judged
 * or handed on: the model is for looking into a credential, since a signature covers what stood
 * there and not what somebody understood.
 */
@NullMarked
package org.vellum.credentials.openbadges;

import org.jspecify.annotations.NullMarked;
