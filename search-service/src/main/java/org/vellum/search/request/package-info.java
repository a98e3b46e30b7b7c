/**
 * What happens between an employer and a learner who was found: the shortlist, the request, and the
 * learner's answer.
 *
 * <p>Decision: an answer is announced, and the service that owns the record makes the link. So no
 * secret of a link passes through here, and the learner withdraws it where all links are withdrawn.
 */
@NullMarked
@Feature(
    uses = {
      "org.vellum.search.achievement",
      "org.vellum.search.index",
      "org.vellum.search.profile"
    })
package org.vellum.search.request;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
