/**
 * The pages of tools, their links in classes and the platforms that launch us.
 *
 * <p>Decision: what a learner sees is the list of links alone; all that places or changes something
 * is for those who teach the class and for registrars.
 */
@NullMarked
package org.vellum.competency.lti.pages;

import org.jspecify.annotations.NullMarked;
