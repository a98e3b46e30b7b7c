/**
 * The raw figures of satisfactory academic progress.
 *
 * <p>Decision: figures only: whether they are satisfactory is the school's policy and decision.
 */
@NullMarked
@Feature(uses = "org.vellum.finaid.measure")
package org.vellum.finaid.sap.model;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
