package org.vellum.violations.words;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for the platform's. */
@Retention(RetentionPolicy.CLASS)
public @interface ArchitectureExceptions {
  ArchitectureException[] value();
}
