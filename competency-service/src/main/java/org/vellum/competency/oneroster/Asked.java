package org.vellum.competency.oneroster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.imsx.Filter;
import org.vellum.platform.imsx.Paging;
import org.vellum.platform.imsx.Selection;

/**
 * Which objects of a class are asked for, in which order, and what of them (OneRoster 1.2, REST
 * binding: pagination, sorting, filtering, field selection).
 *
 * @param filter which objects
 * @param sort by which member; empty for the default order, which is by {@code sourcedId}
 * @param descending whether the last comes first
 * @param fields the members that are sent of each; empty for all
 * @param paging which part
 * @param parameters all parameters as they were sent
 */
public record Asked(
    List<MemberComparison> filter,
    boolean any,
    Optional<Member> sort,
    boolean descending,
    Set<String> fields,
    Paging paging,
    Map<String, List<String>> parameters) {

  public Asked {
    filter = List.copyOf(filter);
    fields = Set.copyOf(fields);
    parameters = Map.copyOf(parameters);
  }

  /**
   * Reads the parameters. A member to sort by that is unknown means the default order; a name in
   * {@code fields} that is unknown, all members.
   *
   * @throws org.vellum.platform.imsx.ImsxException if one is not what it must be, or the filter
   *     names a member that the class does not have
   */
  public static Asked of(ObjectClass type, Map<String, List<String>> parameters) {
    String text = first(parameters, "filter");
    Filter filter = text == null ? Filter.NONE : Filter.of(text);
    String sort = first(parameters, "sort");
    return new Asked(
        filter.comparisons().stream().map(each -> MemberComparison.of(type, each)).toList(),
        filter.any(),
        sort == null ? Optional.empty() : type.find(sort),
        Selection.isDescending(first(parameters, "orderBy")),
        fields(type, parameters),
        Paging.of(first(parameters, "limit"), first(parameters, "offset")),
        parameters);
  }

  /** The members that are asked for; empty for all. */
  static Set<String> fields(ObjectClass type, Map<String, List<String>> parameters) {
    Set<String> names = Selection.names(parameters.getOrDefault("fields", List.of()));
    return names.stream().allMatch(name -> type.find(name).isPresent()) ? names : Set.of();
  }

  /** Whether objects that are to be deleted are asked for too. */
  boolean asksForDeleted() {
    return filter.stream()
        .map(each -> each.member().name())
        .anyMatch(name -> name.equals("status") || name.equals("dateLastModified"));
  }

  /** What is asked for of an object. */
  public static ObjectNode selected(ObjectNode object, Set<String> fields) {
    return fields.isEmpty() ? object : object.retain(fields);
  }

  private static @Nullable String first(Map<String, List<String>> parameters, String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.getFirst();
  }
}
