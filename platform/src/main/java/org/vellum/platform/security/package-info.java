/**
 * Who may do what: people by the container's roles, machines by OAuth 2.0 scopes, nobody by
 * default.
 *
 * <p>Decision: one filter decides for every resource method by its annotation and refuses a method
 * that has none; a form proves by a token that it came from our own page.
 */
@NullMarked
package org.vellum.platform.security;

import org.jspecify.annotations.NullMarked;
