@NullMarked
package org.vellum.search.request;

import org.jspecify.annotations.NullMarked;
