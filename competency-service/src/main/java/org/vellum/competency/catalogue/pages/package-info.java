/**
 * The catalogue as people and programs meet it: pages, forms and their JSON.
 *
 * <p>Decision: a form is turned into the JSON that a program would send and judged as such, so that
 * the page knows no rule of its own.
 */
@NullMarked
package org.vellum.competency.catalogue.pages;

import org.jspecify.annotations.NullMarked;
