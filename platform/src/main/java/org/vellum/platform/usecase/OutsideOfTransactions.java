package org.vellum.platform.usecase;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Of a {@link Component} whose answers are true when they are given, because what it has done is
 * committed by then. Whoever asks it within a transaction gets an exception: the work would join
 * that transaction, which may still be rolled back.
 */
@Stereotype
@Transactional(TxType.NEVER)
@Documented
@Retention(RUNTIME)
@Target(TYPE)
public @interface OutsideOfTransactions {}
