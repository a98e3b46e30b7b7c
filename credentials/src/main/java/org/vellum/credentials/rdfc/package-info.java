/**
 * RDF Dataset Canonicalization 1.0 with SHA-256.
 *
 * <p>Decision: our own, because the libraries keep related blank nodes as sets where the
 * specification keeps lists, and so call a document forged that holds the same proof twice.
 */
@NullMarked
package org.vellum.credentials.rdfc;

import org.jspecify.annotations.NullMarked;
