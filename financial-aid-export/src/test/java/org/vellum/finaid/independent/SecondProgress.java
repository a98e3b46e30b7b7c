package org.vellum.finaid.independent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vellum.finaid.independent.SecondPeriods.Part;

/** Progress, read once more: goes through the days and looks each evening what is done. */
public final class SecondProgress {

  /** For a threshold that was not reached. */
  public static final long NEVER = -1;

  private SecondProgress() {}

  /**
   * The days on which thresholds are reached in order, a later one never before an earlier.
   *
   * @param thresholds cumulative
   * @param unitsOn units passed on a day, in 8000ths, each thing once
   * @param weekEnds days on which a week was completed
   * @param last the last day to look at
   */
  public static List<Long> reached(
      List<Part> thresholds, Map<Long, Long> unitsOn, Set<Long> weekEnds, long first, long last) {
    Long[] days = new Long[thresholds.size()];
    Arrays.fill(days, NEVER);
    long units = 0;
    long weeks = 0;
    int next = 0;
    for (long day = first; day <= last; day++) {
      units += unitsOn.getOrDefault(day, 0L);
      weeks += weekEnds.contains(day) ? SecondPeriods.WEEK : 0;
      while (next < days.length
          && units >= thresholds.get(next).units()
          && weeks >= thresholds.get(next).weeks()) {
        days[next] = day;
        next++;
      }
    }
    return new ArrayList<>(Arrays.asList(days));
  }

  /** Units passed up to and with a day. */
  public static long unitsBy(long day, Map<Long, Long> unitsOn) {
    long units = 0;
    for (Map.Entry<Long, Long> each : unitsOn.entrySet()) {
      units += each.getKey() <= day ? each.getValue() : 0;
    }
    return units;
  }

  /** The last days of seven-day blocks with a day of instruction that is not on leave. */
  public static List<Long> weekEnds(
      long first, long last, Set<Long> instruction, Set<Long> onLeave) {
    List<Long> ends = new ArrayList<>();
    for (long block = first; block <= last; block += 7) {
      boolean counts = false;
      for (long day = block; day < block + 7; day++) {
        counts |= instruction.contains(day) && !onLeave.contains(day);
      }
      if (counts) {
        ends.add(block + 6);
      }
    }
    return ends;
  }
}
