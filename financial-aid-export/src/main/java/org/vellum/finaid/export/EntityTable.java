package org.vellum.finaid.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The entities by their names. */
public final class EntityTable {
  private static final Map<String, Entity> BY_NAME =
      Entities.ALL.stream()
          .collect(Collectors.toUnmodifiableMap(Entity::name, Function.identity()));

  private EntityTable() {}

  /** The entity of a name. */
  public static Optional<Entity> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The entity of a name that there is. */
  public static Entity get(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("there is no entity " + name));
  }

  /** The names, in the order of the files. */
  public static List<String> names() {
    return Entities.ALL.stream().map(Entity::name).toList();
  }
}
