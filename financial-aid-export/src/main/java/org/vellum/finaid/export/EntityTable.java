package org.vellum.finaid.export;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The entities by their names, and which of them others belong to. */
final class EntityTable {
  private static final Map<String, Entity> BY_NAME =
      Entities.ALL.stream()
          .collect(Collectors.toUnmodifiableMap(Entity::name, Function.identity()));
  private static final Set<String> PARENTS =
      Entities.ALL.stream()
          .flatMap(entity -> entity.reference().stream())
          .map(Entity.Reference::entity)
          .collect(Collectors.toUnmodifiableSet());

  private EntityTable() {}

  static Entity get(String name) {
    Entity entity = BY_NAME.get(name);
    if (entity == null) {
      throw new IllegalArgumentException("there is no entity " + name);
    }
    return entity;
  }

  static boolean isParent(Entity entity) {
    return PARENTS.contains(entity.name());
  }
}
