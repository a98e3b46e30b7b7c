@NullMarked
package org.vellum.competency.oneroster;

import org.jspecify.annotations.NullMarked;
