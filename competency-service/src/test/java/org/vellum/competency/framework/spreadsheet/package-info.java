@NullMarked
package org.vellum.competency.framework.spreadsheet;

import org.jspecify.annotations.NullMarked;
