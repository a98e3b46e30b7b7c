package org.vellum.credentials.jose;

import java.util.ArrayList;
import java.util.List;

/** The findings so far of reading one token. */
final class Found {
  private final List<JwtFinding> findings = new ArrayList<>();

  void invalid(String code, String place, String message) {
    findings.add(new JwtFinding(JwtFinding.Weight.INVALID, code, place, message));
  }

  void breach(String code, String place, String message) {
    findings.add(new JwtFinding(JwtFinding.Weight.BREACH, code, place, message));
  }

  void remark(String code, String place, String message) {
    findings.add(new JwtFinding(JwtFinding.Weight.REMARK, code, place, message));
  }

  List<JwtFinding> list() {
    return findings;
  }
}
