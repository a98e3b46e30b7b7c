package org.vellum.platform.architecture;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Holds several {@link ArchitectureException}s of one place; written by the compiler. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface ArchitectureExceptions {

  /** The exceptions in the order in which they are written. */
  ArchitectureException[] value();
}
