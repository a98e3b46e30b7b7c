@NullMarked
package org.vellum.competency.framework.remote;

import org.jspecify.annotations.NullMarked;
