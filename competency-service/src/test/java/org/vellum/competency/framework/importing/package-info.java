@NullMarked
package org.vellum.competency.framework.importing;

import org.jspecify.annotations.NullMarked;
