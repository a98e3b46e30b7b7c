/**
 * The search service as a whole: its Jakarta REST application and what happens when it starts.
 *
 * <p>Decision: search is a projection. What it knows of achievements it heard as events, and who is
 * found is asked of the consent and the standing of each credential at that moment; no decision is
 * taken on what the index says.
 */
@NullMarked
package org.vellum.search;

import org.jspecify.annotations.NullMarked;
