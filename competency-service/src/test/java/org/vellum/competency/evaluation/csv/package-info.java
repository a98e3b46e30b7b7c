@NullMarked
package org.vellum.competency.evaluation.csv;

import org.jspecify.annotations.NullMarked;
