package org.vellum.credentials.record;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What of a record is not in another: compared member by member by the records' own components, so
 * that a member that is added to the record later is compared as well.
 */
public final class Differences {
  private final String why;
  private final List<Loss> losses = new ArrayList<>();

  private Differences(String why) {
    this.why = why;
  }

  /**
   * What was lost on the way from one record to another.
   *
   * @param before the record that was written
   * @param after what a reader made of what was written
   * @param why a sentence for people, the same for every loss
   * @return a loss for each difference, at its path in {@code before}
   */
  public static List<Loss> between(LearnerRecord before, LearnerRecord after, String why) {
    Differences differences = new Differences(why);
    differences.compare("", "", before, after);
    return List.copyOf(differences.losses);
  }

  private void compare(String place, String what, @Nullable Object before, @Nullable Object after) {
    if (before instanceof Record one && after instanceof Record other) {
      members(place, one, other);
    } else if (before instanceof List<?> one && after instanceof List<?> other) {
      items(place, what, one, other);
    } else if (!same(before, after)) {
      losses.add(new Loss(place, what, why));
    }
  }

  private void members(String place, Record before, Record after) {
    for (RecordComponent component : before.getClass().getRecordComponents()) {
      String name = component.getName();
      String path = place.isEmpty() ? name : place + "." + name;
      compare(path, name, value(component, before), value(component, after));
    }
  }

  private void items(String place, String what, List<?> before, List<?> after) {
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      Object one = i < before.size() ? before.get(i) : null;
      Object other = i < after.size() ? after.get(i) : null;
      compare(place + "[" + i + "]", what, one, other);
    }
  }

  private static boolean same(@Nullable Object before, @Nullable Object after) {
    // 3 and 3.0 credits are the same credits.
    return (before instanceof BigDecimal one && after instanceof BigDecimal other)
        ? one.compareTo(other) == 0
        : Objects.equals(before, after);
  }

  private static @Nullable Object value(RecordComponent component, Record owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the components of public records can be read", e);
    }
  }
}
