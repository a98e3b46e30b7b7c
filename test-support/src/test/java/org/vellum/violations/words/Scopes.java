package org.vellum.violations.words;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for the platform's. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Scopes {
  String[] value();
}
