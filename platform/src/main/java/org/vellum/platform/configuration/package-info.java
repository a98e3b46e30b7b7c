/**
 * What an operator can set, typed, one holder for each component.
 *
 * <p>Decision: a holder is a record whose components carry their key, meaning and default, so that
 * the reference in {@code docs/configuration.md} is made from the same lines that the application
 * reads.
 */
@Feature(uses = {"org.vellum.platform.usecase"})
@NullMarked
package org.vellum.platform.configuration;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
