package org.vellum.violations.words;

import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for the platform's. */
@Repeatable(ArchitectureExceptions.class)
@Retention(RetentionPolicy.CLASS)
public @interface ArchitectureException {
  String rule();

  String reason();
}
