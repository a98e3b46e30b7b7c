package org.vellum.competency.lti;

import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts beans together as the container would: one of each, made by its constructor, its fields
 * filled. What the container itself gives is given beforehand.
 */
public final class Assembly {
  private final List<Object> beans = new ArrayList<>();

  public Assembly(Object... given) {
    beans.addAll(Arrays.asList(given));
  }

  /** Puts another in the place of those that are of its type. */
  public Assembly with(Object given) {
    beans.removeIf(given.getClass()::isInstance);
    beans.add(given);
    return this;
  }

  /** The one bean of a type. */
  public <T> T get(Class<T> type) {
    for (Object bean : beans) {
      if (type.isInstance(bean)) {
        return type.cast(bean);
      }
    }
    T made = make(type);
    beans.add(made);
    return made;
  }

  /** A bean that is filled now and kept by nobody else. */
  public <T> T make(Class<T> type) {
    try {
      Constructor<?> constructor =
          Arrays.stream(type.getDeclaredConstructors())
              .filter(
                  each -> each.isAnnotationPresent(Inject.class) || each.getParameterCount() == 0)
              .findFirst()
              .orElseThrow(() -> new AssertionError("no constructor of " + type));
      constructor.setAccessible(true);
      Object[] arguments =
          Arrays.stream(constructor.getParameters())
              .map(Parameter::getType)
              .map(this::get)
              .toArray();
      T made = type.cast(constructor.newInstance(arguments));
      for (Field field : type.getDeclaredFields()) {
        if (field.isAnnotationPresent(Inject.class)) {
          field.setAccessible(true);
          field.set(made, get(field.getType()));
        }
      }
      return made;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type + " cannot be put together", e);
    }
  }
}
