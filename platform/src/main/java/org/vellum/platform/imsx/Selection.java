package org.vellum.platform.imsx;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters {@code orderBy} and {@code fields} as 1EdTech's services share them (CASE 1.1,
 * REST binding, sections 3.2 and 3.4; OneRoster 1.2 has the same).
 */
public final class Selection {
  private Selection() {}

  /**
   * Whether the last comes first.
   *
   * @throws ImsxException if it is neither {@code asc} nor {@code desc}
   */
  public static boolean isDescending(@Nullable String orderBy) {
    return switch (orderBy == null ? "asc" : orderBy.toLowerCase(Locale.ROOT)) {
      case "asc" -> false;
      case "desc" -> true;
      default ->
          throw new ImsxException(Fault.INVALID_SORT_FIELD, "orderBy is either asc or desc.");
    };
  }

  /**
   * The names of the members that are asked for. OpenAPI repeats the parameter (style form,
   * exploded), the prose puts commas between.
   *
   * @throws ImsxException if one is blank
   */
  public static Set<String> names(List<String> fields) {
    Set<String> names = new LinkedHashSet<>();
    for (String field : fields) {
      names.addAll(Arrays.asList(field.split(",", -1)));
    }
    if (names.stream().anyMatch(String::isBlank)) {
      throw new ImsxException(Fault.INVALID_SELECTION, "A name in fields is blank.");
    }
    return names;
  }
}
