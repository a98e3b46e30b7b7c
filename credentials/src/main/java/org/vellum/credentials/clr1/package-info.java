/**
 * The Comprehensive Learner Record 1.0, written from a learner's record, signed, and read back.
 *
 * <p>Decision: a CLR 1.0 reaches CLR 2.0 by way of {@code LearnerRecord}; what that cannot hold is
 * listed, and nothing is signed anew in the name of who signed the old one.
 */
@NullMarked
package org.vellum.credentials.clr1;

import org.jspecify.annotations.NullMarked;
