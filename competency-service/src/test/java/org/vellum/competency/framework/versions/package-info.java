/** Tests of the life of a framework in versions. */
@NullMarked
package org.vellum.competency.framework.versions;

import org.jspecify.annotations.NullMarked;
