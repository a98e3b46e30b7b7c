/**
 * Other systems whose roster is read over REST: which there are, how they are doing, and the
 * reading itself, all of it the first time and then what changed.
 *
 * <p>Decision: a page of objects and the place up to which a source was read are stored in one
 * transaction. A reading that breaks off, for whatever reason, goes on after the last page that was
 * stored; the objects pass through the same rules as those of a CSV file.
 */
@NullMarked
package org.vellum.competency.roster.sources;

import org.jspecify.annotations.NullMarked;
