package org.vellum.credentials.openbadges2;

import java.util.ArrayList;
import java.util.List;
import org.vellum.credentials.openbadges2.AssertionFinding.Weight;

/** The findings so far of checking one assertion. */
final class Noted {
  private final List<AssertionFinding> findings = new ArrayList<>();

  void invalid(String code, String place, String message) {
    findings.add(new AssertionFinding(Weight.INVALID, code, place, message));
  }

  void unchecked(String code, String place, String message) {
    findings.add(new AssertionFinding(Weight.UNCHECKED, code, place, message));
  }

  void breach(String code, String place, String message) {
    findings.add(new AssertionFinding(Weight.BREACH, code, place, message));
  }

  void remark(String code, String place, String message) {
    findings.add(new AssertionFinding(Weight.REMARK, code, place, message));
  }

  List<AssertionFinding> list() {
    return findings;
  }
}
