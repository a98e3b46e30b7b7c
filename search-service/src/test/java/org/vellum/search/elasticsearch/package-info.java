@NullMarked
package org.vellum.search.elasticsearch;

import org.jspecify.annotations.NullMarked;
