package org.vellum.transcript.display;

import java.util.List;

/**
 * The achievements of one domain of a framework.
 *
 * @param code the domain's code; empty where codes name no domain
 * @param achievements at least one, by code
 */
public record DomainView(String code, List<AchievementView> achievements) {

  public DomainView {
    achievements = List.copyOf(achievements);
  }

  /** How many achievements. */
  public int count() {
    return achievements.size();
  }
}
