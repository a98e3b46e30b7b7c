package org.vellum.credentials.architecture;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Excuses the type or method that carries it from one architecture rule, with the reason. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface ArchitectureException {

  /** The rule: {@code technology}, {@code time}, {@code ceremony} or {@code size}. */
  String rule();

  /** Why the rule does not serve here, in a sentence; for an algorithm, the clause it follows. */
  String reason();
}
