package org.vellum.credentials.record;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What of a record is not in another: compared member by member by the records' own components, so
 * that a member that is added to the record later is compared as well. What has an id is compared
 * with what has the same id, and a link with its equal, wherever they stand; all else by its place.
 */
public final class Differences {
  private final UnaryOperator<String> why;
  private final List<Loss> losses = new ArrayList<>();

  private Differences(UnaryOperator<String> why) {
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
    return between(before, after, path -> why);
  }

  /**
   * What was lost on the way from one record to another.
   *
   * @param before the record that was written
   * @param after what a reader made of what was written
   * @param why a sentence for people, for the path of a member without the positions
   * @return a loss for each difference, at its path in {@code before}
   */
  public static List<Loss> between(
      LearnerRecord before, LearnerRecord after, UnaryOperator<String> why) {
    Differences differences = new Differences(why);
    differences.compare("", before, after);
    return List.copyOf(differences.losses);
  }

  private void compare(String place, @Nullable Object before, @Nullable Object after) {
    if (before instanceof Record one && after instanceof Record other) {
      members(place, one, other);
    } else if (before instanceof List<?> one && after instanceof List<?> other) {
      items(place, one, other);
    } else if (!same(before, after)) {
      lost(place);
    }
  }

  private void lost(String place) {
    String path = place.replaceAll("\\[[0-9]+]", "");
    losses.add(new Loss(place, path.substring(path.lastIndexOf('.') + 1), why.apply(path)));
  }

  private void members(String place, Record before, Record after) {
    for (RecordComponent component : before.getClass().getRecordComponents()) {
      String name = component.getName();
      String path = place.isEmpty() ? name : place + "." + name;
      compare(path, value(component, before), value(component, after));
    }
  }

  private void items(String place, List<?> before, List<?> after) {
    List<Object> left = new ArrayList<>(after);
    for (int i = 0; i < before.size(); i++) {
      Object item = before.get(i);
      Object key = key(item);
      Object other =
          key == null
              ? (i < after.size() ? after.get(i) : null)
              : left.stream().filter(each -> key.equals(key(each))).findFirst().orElse(null);
      if (other != null) {
        left.remove(other);
      }
      compare(place + "[" + i + "]", item, other);
    }
    if (!left.isEmpty()) {
      // What came back and was not sent belongs to no item.
      lost(place);
    }
  }

  /** By what an item is known wherever it stands; null for one that is known by its place. */
  private static @Nullable Object key(Object item) {
    return switch (item) {
      case Attainment attainment -> attainment.id();
      case Period period -> period.id();
      case Average average -> average.id();
      case Link link -> link;
      default -> null;
    };
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
