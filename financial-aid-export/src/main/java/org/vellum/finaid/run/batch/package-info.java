/**
 * Runs the export as a Jakarta Batch job: the container keeps the checkpoints, and after a crash
 * goes on where they are.
 *
 * <p>Decision: the artifacts hold no work of their own; each step is a method elsewhere that can be
 * done again, so that a step can be tested without a container.
 */
@NullMarked
@Feature(uses = {"org.vellum.finaid.delta", "org.vellum.finaid.export"})
package org.vellum.finaid.run.batch;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
