package org.vellum.platform.security;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Says of a resource method that other systems' pages lead browsers to it by a form, as their
 * standard has it. It must act on nothing but what the request itself proves, such as a signed
 * token, and never on who is signed in.
 */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
public @interface FromElsewhere {
  /** The standard and section that has it so. */
  String value();
}
