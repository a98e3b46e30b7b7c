package org.vellum.platform.imsx;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Says of a resource which standard's dialect its errors use. */
@Documented
@Retention(RUNTIME)
@Target(TYPE)
public @interface Speaks {
  /** The dialect. */
  Class<? extends Dialect> value();
}
