/**
 * Signing in and out, by the container: its local users, LDAP or whatever its configuration names.
 *
 * <p>Decision: a page of our own asks and the container decides, so the same page serves every user
 * registry; a deployment with OpenID Connect lets the container ask instead.
 */
@NullMarked
package org.vellum.platform.signin;

import org.jspecify.annotations.NullMarked;
