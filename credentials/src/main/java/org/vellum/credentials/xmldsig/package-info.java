/**
 * Signs XML documents (XMLDSig 1.1, XAdES-B-B) and verifies the signatures of others.
 *
 * <p>Decision: only signatures that cover the whole document are accepted. A signature over a part
 * proves nothing about the rest, and every wrapping attack lives in the difference.
 */
@NullMarked
package org.vellum.credentials.xmldsig;

import org.jspecify.annotations.NullMarked;
