package org.vellum.platform.architecture;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares, on the {@code package-info} of a feature, which other features of the same module it
 * uses. What is not declared is refused by the architecture rules, and so is what is declared and
 * not used.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface Feature {

  /** The packages of the features used, such as {@code org.vellum.competency.framework}. */
  String[] uses() default {};
}
