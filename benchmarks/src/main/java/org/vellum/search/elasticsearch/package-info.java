/** What the benchmarks need of the cluster's adapter, which is open to nobody else. */
@NullMarked
package org.vellum.search.elasticsearch;

import org.jspecify.annotations.NullMarked;
