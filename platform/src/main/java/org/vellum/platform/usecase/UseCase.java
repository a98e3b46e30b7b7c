package org.vellum.platform.usecase;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A verb of the domain: one public method, in one transaction that any exception rolls back. It
 * decides every rejection before its first write and returns a sealed result.
 */
@Stereotype
@Singleton
@SuppressWarnings(
    "InjectScopeAnnotationOnInterfaceOrAbstractClass") // a stereotype carries its scope
@Transactional(rollbackOn = Exception.class)
@Documented
@Retention(RUNTIME)
@Target(TYPE)
public @interface UseCase {}
