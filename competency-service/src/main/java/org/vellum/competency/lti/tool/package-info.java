/**
 * Vellum as a tool: launched from a learning management system, it reads the gradebook and the
 * roster of the course (LTI 1.3, AGS 2.0, NRPS 2.0).
 *
 * <p>Decision: reading is done page by page, and after each page it is kept where to go on, in the
 * transaction that stores the page; so what breaks off is resumed and nothing is stored twice.
 */
@NullMarked
package org.vellum.competency.lti.tool;

import org.jspecify.annotations.NullMarked;
