/**
 * Reads packages as somebody else would: by their schemas, with other parsers, and counting again.
 */
@NullMarked
package org.vellum.finaid.export;

import org.jspecify.annotations.NullMarked;
