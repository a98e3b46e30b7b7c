/**
 * What search tells of itself by OpenTelemetry: how long answers take and how the index is fed.
 *
 * <p>Decision: what an index is asked is measured around the index, the same for each, and what is
 * measured never holds what was asked or by whom.
 */
@NullMarked
@Feature(uses = {"org.vellum.search.index"})
package org.vellum.search.metrics;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
