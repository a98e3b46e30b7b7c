package org.vellum.platform;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/**
 * Stands in for an interface of the container: knows some of its methods and refuses the others.
 */
public final class Fake {
  private Fake() {}

  /**
   * An object of the type.
   *
   * @param answers by the method's name, what it answers to its arguments; none of them null
   */
  public static <T> T of(Class<T> type, Map<String, Function<Object[], Object>> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            Fake.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Function<Object[], Object> answer = answers.get(method.getName());
              if (answer == null) {
                throw new UnsupportedOperationException(method.toString());
              }
              return answer.apply(arguments == null ? new Object[0] : arguments);
            }));
  }
}
