package org.vellum.platform.usecase;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A collection of facts kept in the database, read and written within a caller's transaction. */
@Stereotype
@Singleton
@SuppressWarnings(
    "InjectScopeAnnotationOnInterfaceOrAbstractClass") // a stereotype carries its scope
@Documented
@Retention(RUNTIME)
@Target(TYPE)
public @interface Repository {}
