/**
 * Launches of tools from here: OIDC third-party initiated login and the signed message (LTI 1.3,
 * section 5; IMS Security Framework 1.0, section 5.1.1).
 *
 * <p>Decision: a launch is begun by somebody who is signed in and kept under an unguessable hint
 * that is good once, so whoever copies it from an address can neither repeat the launch nor take
 * the place of that person.
 */
@NullMarked
package org.vellum.competency.lti.launch;

import org.jspecify.annotations.NullMarked;
