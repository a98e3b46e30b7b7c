package org.vellum.testsupport.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/**
 * Time and chance are given. Left out on purpose: {@code System.nanoTime}, which measures and does
 * not tell the time, and {@code SecureRandom}, whose values a key or a salt must not have from
 * anyone else.
 */
final class TimeAndChance {

  private static final String RULE = "time";
  private static final String CLOCK = "java.time.Clock";
  private static final String GIVEN_BY = "org.vellum.platform.time";

  private static final Set<String> TAKEN =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.Calendar.getInstance",
          "java.util.Random.<init>",
          "java.util.SplittableRandom.<init>",
          "java.util.concurrent.ThreadLocalRandom.current");

  private TimeAndChance() {}

  /** Calls that look at the machine's clock or throw its dice. */
  static List<String> taken(CheckedModule module) {
    return module
        .types()
        .filter(type -> !Names.within(type.getPackageName(), GIVEN_BY))
        .flatMap(type -> type.getCodeUnitAccessesFromSelf().stream())
        .filter(call -> isTaken(call.getTarget()))
        .filter(call -> !Exceptions.excuse(call.getOwner(), call.getOriginOwner(), RULE))
        .map(JavaAccess::getDescription)
        .toList();
  }

  private static boolean isTaken(CodeUnitAccessTarget call) {
    String name = call.getOwner().getName() + "." + call.getName();
    return TAKEN.contains(name) || looksAtTheClock(call) || isDateOfNow(call);
  }

  private static boolean looksAtTheClock(CodeUnitAccessTarget call) {
    JavaClass owner = call.getOwner();
    if (owner.getName().equals(CLOCK)) {
      return call.getName().startsWith("system") || call.getName().matches("tick[A-Z].*");
    }
    return Names.within(owner.getPackageName(), "java.time")
        && call.getName().equals("now")
        && call.getRawParameterTypes().stream().noneMatch(type -> type.getName().equals(CLOCK));
  }

  private static boolean isDateOfNow(CodeUnitAccessTarget call) {
    return call.getOwner().getName().equals("java.util.Date")
        && call.getName().equals("<init>")
        && call.getRawParameterTypes().isEmpty();
  }
}
