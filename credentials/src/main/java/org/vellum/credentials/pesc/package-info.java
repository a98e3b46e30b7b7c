/**
 * Writes learner records as PESC College Transcripts, alone and in batches, and reads them.
 *
 * <p>Decision: what PESC has no element for, but a registrar wants to read, stands in its notes
 * ({@code NoteMessage}, "Criteria: …"), and is read back from them. An extension of our own would
 * carry more, and nobody but us would understand it.
 */
@NullMarked
package org.vellum.credentials.pesc;

import org.jspecify.annotations.NullMarked;
