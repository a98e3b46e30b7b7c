package org.vellum.platform.configuration;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** One thing that an operator can set, by MicroProfile Config, and what it means. */
@Documented
@Retention(RUNTIME)
@Target(RECORD_COMPONENT)
public @interface Key {
  /** Stands for: there is no default; the application does not start without a value. */
  String REQUIRED = "\u0000required";

  /** The key: {@code vellum.<component>.<dashed-name>}. */
  String name();

  /** What it does, with unit and range, in one or two sentences. */
  String meaning();

  /** The value where none is set. A secret has no default. */
  String defaultValue() default REQUIRED;
}
