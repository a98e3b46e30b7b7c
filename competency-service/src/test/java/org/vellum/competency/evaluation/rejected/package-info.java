@NullMarked
package org.vellum.competency.evaluation.rejected;

import org.jspecify.annotations.NullMarked;
