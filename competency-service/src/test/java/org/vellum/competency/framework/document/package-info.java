@NullMarked
package org.vellum.competency.framework.document;

import org.jspecify.annotations.NullMarked;
