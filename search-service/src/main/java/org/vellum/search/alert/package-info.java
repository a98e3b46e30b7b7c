/**
 * Searches that employers keep, and how they hear of somebody new: on a page, by mail, by a feed.
 *
 * <p>Decision: not the whole search is made again, but whoever changed since is looked at, by the
 * same question to the database by which every page of results is checked; so nobody is told of
 * whom the employer could not find at that moment, whichever index is searched.
 */
@NullMarked
@Feature(
    uses = {"org.vellum.search.index", "org.vellum.search.metrics", "org.vellum.search.people"})
package org.vellum.search.alert;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
