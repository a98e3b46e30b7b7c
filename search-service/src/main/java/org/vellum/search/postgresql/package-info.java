/**
 * The index in the database, for which nothing has to be installed.
 *
 * <p>Decision: a search reads the entries and the profiles and no third table; what would take
 * another, such as whether a credential was revoked, is in the entries, which change in the
 * transaction that changes it.
 */
@NullMarked
@Feature(uses = {"org.vellum.search.index", "org.vellum.search.vocabulary"})
package org.vellum.search.postgresql;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
