/**
 * Where employers search: the pages, and the same for connected systems.
 *
 * <p>Decision: a search is an address, so that it works without a script, can be kept and can be
 * gone back to; only what changes something is a form that is posted.
 */
@NullMarked
@Feature(
    uses = {
      "org.vellum.search.index",
      "org.vellum.search.metrics",
      "org.vellum.search.occupation",
      "org.vellum.search.profile",
      "org.vellum.search.request",
      "org.vellum.search.vocabulary"
    })
package org.vellum.search.people;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
