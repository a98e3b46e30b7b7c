@NullMarked
package org.vellum.competency.framework.ctdlasn;

import org.jspecify.annotations.NullMarked;
