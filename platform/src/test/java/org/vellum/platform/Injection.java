package org.vellum.platform;

import java.lang.reflect.Field;

/** Gives a bean what the container would put into its fields. */
public final class Injection {
  private Injection() {}

  /** Puts each value into the one field of the bean that takes it. */
  public static <T> T into(T bean, Object... values) {
    for (Object value : values) {
      try {
        field(bean, value).set(bean, value);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
    return bean;
  }

  private static Field field(Object bean, Object value) {
    for (Field field : bean.getClass().getDeclaredFields()) {
      if (field.getType().isInstance(value) && field.getType() != Object.class) {
        field.setAccessible(true);
        return field;
      }
    }
    throw new IllegalArgumentException("no field takes a " + value.getClass());
  }
}
