/**
 * Frameworks in every form in which they leave this server, beside the service of CASE itself.
 *
 * <p>Decision: one address for each form, all below the framework's own, so that a draft is hidden
 * at one place.
 */
@NullMarked
package org.vellum.competency.framework.exporting;

import org.jspecify.annotations.NullMarked;
