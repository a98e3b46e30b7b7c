/** Tests of the comparison of versions. */
@NullMarked
package org.vellum.competency.framework.versions.model;

import org.jspecify.annotations.NullMarked;
