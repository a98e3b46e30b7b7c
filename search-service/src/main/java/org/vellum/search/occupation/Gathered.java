package org.vellum.search.occupation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.problem.Finding;

/** What a file says of occupations and skills, before any of it is kept. */
final class Gathered {
  /** How many findings are told; all are counted. */
  static final int FINDINGS = 200;

  /** The longest text that is kept of a cell. */
  static final int LONGEST = 4000;

  final Map<String, Titled> occupations = new LinkedHashMap<>();
  final Set<Called> titles = new LinkedHashSet<>();
  final Map<String, Skill> skills = new LinkedHashMap<>();
  final Map<Need, Rating> needs = new LinkedHashMap<>();
  final List<Finding> findings = new ArrayList<>();
  long rows;
  int refused;

  /** An occupation's title and description. */
  record Titled(String title, String description) {}

  /** Another title of an occupation. */
  record Called(String occupation, String title) {}

  /**
   * A skill.
   *
   * @param address by what others name it; null where only the key is known
   * @param told whether this file describes it, or but names it
   */
  record Skill(
      @Nullable String address, String name, String statement, List<String> labels, boolean told) {

    Skill {
      labels = List.copyOf(labels);
    }
  }

  /** That an occupation needs a skill. */
  record Need(String occupation, String skill) {}

  /** How much, in percent; null where the file does not rate it. */
  record Rating(@Nullable Integer importance, @Nullable Integer level) {

    Rating and(Rating other) {
      return new Rating(
          other.importance == null ? importance : other.importance,
          other.level == null ? level : other.level);
    }
  }

  void need(String occupation, String skill, Rating rating) {
    needs.merge(new Need(occupation, skill), rating, Rating::and);
  }

  /** Leaves out a row, with the reason. */
  void refuse(String code, String place, String message) {
    refused++;
    if (findings.size() < FINDINGS) {
      findings.add(Finding.error(code, place, message));
    }
  }

  /** Says something of a row that is kept all the same. */
  void warn(String code, String place, String message) {
    if (findings.size() < FINDINGS) {
      findings.add(Finding.warning(code, place, message));
    }
  }
}
