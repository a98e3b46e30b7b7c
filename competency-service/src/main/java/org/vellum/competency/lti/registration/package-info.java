/**
 * Tools that register themselves (LTI Dynamic Registration 1.0), as the platform.
 *
 * <p>Decision: only a tool that a registrar invited may do so, once and within a day; what it may
 * ask for is bounded as if the registrar had typed it.
 */
@NullMarked
package org.vellum.competency.lti.registration;

import org.jspecify.annotations.NullMarked;
