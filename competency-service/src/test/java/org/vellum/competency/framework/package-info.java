/** Tests of what happens to frameworks, against a real database. */
@NullMarked
package org.vellum.competency.framework;

import org.jspecify.annotations.NullMarked;
