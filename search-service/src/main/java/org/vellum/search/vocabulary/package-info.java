/**
 * The words in which skills are asked for: what can be attained or completed, and which of it
 * stands for which.
 *
 * <p>Decision: words are looked up in the vocabulary and never in what people achieved, so that a
 * search goes from a few skills to the people, and the spelling of thousands is read once.
 */
@NullMarked
@Feature
package org.vellum.search.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
