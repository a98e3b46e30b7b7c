package org.vellum.competency.mastery;

import org.vellum.competency.mastery.model.Standing;
import org.vellum.competency.mastery.model.Subject;

/**
 * An achievement that stands, as it is stored.
 *
 * @param subject what was achieved
 * @param standing what it rests on
 * @param stated how the competency or the course was worded then, as JSON
 */
record StandingAchievement(Subject subject, Standing standing, String stated) {}
