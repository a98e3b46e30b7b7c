/**
 * Writes and reads credentials as signed JSON Web Tokens: by the profile of Open Badges 3.0 and by
 * W3C VC-JOSE-COSE.
 *
 * <p>Decision: reading and trusting are two steps. A token is read into the credential and
 * everything that is wrong with it, whoever signed it; whose key it is, the reader never decides,
 * because a key that a token brings along proves nothing about its issuer.
 */
@NullMarked
package org.vellum.credentials.jose;

import org.jspecify.annotations.NullMarked;
