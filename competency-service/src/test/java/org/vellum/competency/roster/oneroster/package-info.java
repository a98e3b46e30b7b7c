@NullMarked
package org.vellum.competency.roster.oneroster;

import org.jspecify.annotations.NullMarked;
