/**
 * Signing in and out, by the container: its local users, LDAP or whatever its configuration names.
 *
 * <p>Decision: a page of our own asks and the container decides, so the same page serves every user
 * registry; a deployment with OpenID Connect lets the container ask instead.
 */
@Feature(
    uses = {
      "org.vellum.platform.limits",
      "org.vellum.platform.pages",
      "org.vellum.platform.problem",
      "org.vellum.platform.security",
      "org.vellum.platform.usecase"
    })
@NullMarked
package org.vellum.platform.signin;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
