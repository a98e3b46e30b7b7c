package org.vellum.platform.configuration;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads a component's typed holder from the configuration. */
public final class Configurations {
  private Configurations() {}

  /**
   * Reads a holder.
   *
   * @param holder a record each of whose components carries a {@link Key}
   * @throws IllegalStateException with the key's name, if a required value is missing or a value
   *     does not fit its type or the holder's own rules
   */
  public static <R extends Record> R read(Class<R> holder, Config config) {
    RecordComponent[] components = holder.getRecordComponents();
    Object[] values =
        Arrays.stream(components).map(component -> value(component, config)).toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<R> constructor = holder.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(
          "The configuration of "
              + holder.getSimpleName()
              + " is wrong: "
              + e.getTargetException().getMessage(),
          e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object value(RecordComponent component, Config config) {
    Key key =
        Objects.requireNonNull(
            component.getAnnotation(Key.class), () -> component + " carries no @Key");
    String text = config.getOptionalValue(key.name(), String.class).orElse(key.defaultValue());
    if (text.equals(Key.REQUIRED)) {
      throw new IllegalStateException("Set " + key.name() + ": " + key.meaning());
    }
    if (component.getType() == String.class) {
      return text;
    }
    return converted(text, component.getType(), key, config);
  }

  private static Object converted(String text, Class<?> type, Key key, Config config) {
    Converter<?> converter =
        config
            .getConverter(type)
            .orElseThrow(() -> new IllegalStateException("no converter for " + type));
    try {
      return Objects.requireNonNull(converter.convert(text));
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "The value of " + key.name() + " does not fit its type, " + type.getSimpleName() + ".",
          e);
    }
  }
}
