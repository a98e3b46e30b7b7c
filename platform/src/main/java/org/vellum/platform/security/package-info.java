/**
 * Who may do what: people by the container's roles, machines by OAuth 2.0 scopes, nobody by
 * default.
 *
 * <p>Decision: one filter decides for every resource method by its annotation and refuses a method
 * that has none; a form proves by a token that it came from our own page.
 */
@Feature(
    uses = {
      "org.vellum.platform.imsx",
      "org.vellum.platform.problem",
      "org.vellum.platform.time",
      "org.vellum.platform.usecase"
    })
@NullMarked
package org.vellum.platform.security;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
