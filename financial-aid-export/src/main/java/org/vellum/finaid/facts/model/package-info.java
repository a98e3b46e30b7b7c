/**
 * What is known of a learner and of the programs, before any rule is asked.
 *
 * <p>Decision: facts are held as they were told, wrong ones among them: what cannot be is found
 * when records are made of them, with a code and a citation, and never by a type that refuses to
 * hold it.
 */
@NullMarked
package org.vellum.finaid.facts.model;

import org.jspecify.annotations.NullMarked;
