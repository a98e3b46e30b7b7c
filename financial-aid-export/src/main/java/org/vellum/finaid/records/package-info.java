/**
 * From facts to the records that are exported, with every fault by its code.
 *
 * <p>Decision: records are a pure function of one learner's facts, the programs, a day and a
 * version of the rules; so they can be made in any order, in parallel, and again.
 */
@NullMarked
package org.vellum.finaid.records;

import org.jspecify.annotations.NullMarked;
