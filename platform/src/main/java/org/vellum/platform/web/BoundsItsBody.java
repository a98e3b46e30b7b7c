package org.vellum.platform.web;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A resource method that reads its body as a stream and bounds it by itself, because what it takes
 * in may be larger than any other request.
 */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
public @interface BoundsItsBody {}
