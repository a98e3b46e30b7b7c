package org.vellum.search.elasticsearch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the index shall say of a profile.
 *
 * @param profile by what employers know the learner: the document's id
 * @param revision the document's version
 * @param json the document; null where there is none any more
 */
record Document(UUID profile, long revision, @Nullable String json) {}
