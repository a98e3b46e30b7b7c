/**
 * The roster: who learns and teaches what, and which line items there are, as OneRoster 1.2 says.
 *
 * <p>Decision: one description of each CSV file (its columns, kinds and references) drives the
 * check of its header, the reading of its rows and the statement that stores them, so that the
 * three cannot drift apart.
 */
@NullMarked
@Feature(uses = {"org.vellum.competency.oneroster"})
package org.vellum.competency.roster;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
