@NullMarked
package org.vellum.search.alert;

import org.jspecify.annotations.NullMarked;
