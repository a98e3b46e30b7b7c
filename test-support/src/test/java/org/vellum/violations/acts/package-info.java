/**
 * Resources and use cases that act in more than one way.
 *
 * <p>Decision: each type breaks one part of the rule.
 */
@NullMarked
package org.vellum.violations.acts;

import org.jspecify.annotations.NullMarked;
