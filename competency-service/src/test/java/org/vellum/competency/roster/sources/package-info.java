@NullMarked
package org.vellum.competency.roster.sources;

import org.jspecify.annotations.NullMarked;
