/**
 * Puts a credential into a picture and takes it out again (Open Badges 2.0 and 3.0, baking).
 *
 * <p>Decision: a picture is never decoded. PNG is copied chunk by chunk and SVG is edited as XML,
 * so the pixels stay byte for byte what they were and nothing in a stranger's picture is ever
 * executed or rendered here.
 */
@NullMarked
package org.vellum.credentials.baking;

import org.jspecify.annotations.NullMarked;
