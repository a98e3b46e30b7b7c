package org.vellum.platform.usecase;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A part of the application of which there is one: a resource, a provider, a consumer of events.
 */
@Stereotype
@Singleton
@SuppressWarnings(
    "InjectScopeAnnotationOnInterfaceOrAbstractClass") // a stereotype carries its scope
@Documented
@Retention(RUNTIME)
@Target(TYPE)
public @interface Component {}
