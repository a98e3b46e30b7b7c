package org.vellum.platform.security;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Says of a resource method that a machine may call it with an access token of any one of these
 * scopes (RFC 6750).
 */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
public @interface Scopes {
  /** The scopes, each of which suffices. */
  String[] value();
}
