@NullMarked
package org.vellum.competency.evaluation.judging;

import org.jspecify.annotations.NullMarked;
