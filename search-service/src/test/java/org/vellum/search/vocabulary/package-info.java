@NullMarked
package org.vellum.search.vocabulary;

import org.jspecify.annotations.NullMarked;
