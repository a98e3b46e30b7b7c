/** Tests of mapping profiles. */
@NullMarked
package org.vellum.finaid.profile;

import org.jspecify.annotations.NullMarked;
