package org.vellum.competency.oneroster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A class of objects that is served.
 *
 * @param plural name of the collection, which wraps it
 * @param singular name that wraps one object
 * @param from where the rows {@code t} are, with the condition that they are of this class: {@code
 *     from … where …}
 * @param tombstones whether objects that are to be deleted are always served; otherwise they are
 *     only in a collection whose filter names {@code status} or {@code dateLastModified}, so that a
 *     delta tells of them
 * @param members its members
 */
public record ObjectClass(
    String plural, String singular, String from, boolean tombstones, List<Member> members) {

  /** Name of a member that holds the object as a whole. */
  public static final String WHOLE = "";

  private static final List<Member> COMMON =
      List.of(
          Member.text("sourcedId", "t.sourced_id"),
          Member.text("status", "(case when t.active then 'active' else 'tobedeleted' end)"),
          Member.time("dateLastModified", "t.last_modified"));

  public ObjectClass {
    members = List.copyOf(members);
  }

  /** A class of objects kept in a table of the roster, with the members that all have. */
  public static ObjectClass of(
      String plural, String singular, String from, boolean tombstones, Member... others) {
    List<Member> members = new ArrayList<>(COMMON);
    members.addAll(List.of(others));
    return new ObjectClass(plural, singular, from, tombstones, members);
  }

  /** Those of its objects that meet one more condition. */
  public ObjectClass where(String condition) {
    return new ObjectClass(
        plural, singular, from + " and (" + condition + ")", tombstones, members);
  }

  /** The member of this name; a reference also by the name of its {@code sourcedId}. */
  Optional<Member> find(String name) {
    String base = name.endsWith(".sourcedId") ? name.substring(0, name.length() - 10) : name;
    return members.stream()
        .filter(member -> !member.name().equals(WHOLE))
        .filter(member -> member.name().equals(name) || isReference(member, base))
        .findFirst();
  }

  private static boolean isReference(Member member, String name) {
    return member.name().equals(name)
        && (member.kind() == Member.Kind.REFERENCE || member.kind() == Member.Kind.REFERENCES);
  }

  /** What must be read to write these members; of no names, all. */
  List<Member> read(Set<String> names) {
    return members.stream()
        .filter(Member::sent)
        .filter(member ->
            names.isEmpty() || names.contains(member.name()) || member.name().equals(WHOLE))
        .toList();
  }
}
