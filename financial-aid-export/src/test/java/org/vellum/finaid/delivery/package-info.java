@NullMarked
package org.vellum.finaid.delivery;

import org.jspecify.annotations.NullMarked;
