package org.vellum.search.elasticsearch;

import org.jspecify.annotations.Nullable;

/** The cluster did not answer, or not with all of its shards. */
class IndexUnavailable extends RuntimeException {
  IndexUnavailable(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
