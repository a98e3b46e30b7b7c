/**
 * The index in an Elasticsearch cluster, for more people than one database searches quickly.
 *
 * <p>Decision: a document is one profile as the database has it, with the profile's revision as its
 * version, so that it does not matter in which order documents arrive or how often; which of them
 * are to be sent stands in the database, where it was written in the transaction that changed them.
 * While the cluster is away the database answers.
 */
@NullMarked
@Feature(
    uses = {
      "org.vellum.search.index",
      "org.vellum.search.metrics",
      "org.vellum.search.postgresql",
      "org.vellum.search.vocabulary"
    })
package org.vellum.search.elasticsearch;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
