/**
 * Requirements of a program, how far they are fulfilled, how far a program covers them, and circles
 * among prerequisites: pure functions.
 *
 * <p>Decision: a requirement is judged by sets of what was attained, never by what is missing, so
 * that more attained can never make less fulfilled.
 */
@NullMarked
package org.vellum.competency.catalogue.model;

import org.jspecify.annotations.NullMarked;
