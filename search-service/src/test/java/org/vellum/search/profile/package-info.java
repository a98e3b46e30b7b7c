@NullMarked
package org.vellum.search.profile;

import org.jspecify.annotations.NullMarked;
