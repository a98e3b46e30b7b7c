package org.vellum.competency.framework.versions;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Proposes how a version may be called; whoever revises the draft may call it otherwise. */
final class VersionLabel {
  private static final Pattern LAST_NUMBER = Pattern.compile("^(.*?)(\\d{1,18})(\\D*)$");

  private VersionLabel() {}

  /**
   * The label after a label: its last number is raised by one, so that 3 becomes 4, and 1.9 becomes
   * 1.10. A label without a number gets the number 2.
   *
   * @param label the version that the predecessor states; empty if it states none
   */
  static String after(String label) {
    Matcher matcher = LAST_NUMBER.matcher(label.strip());
    if (matcher.matches()) {
      BigInteger next = new BigInteger(matcher.group(2)).add(BigInteger.ONE);
      return matcher.group(1) + next + matcher.group(3);
    }
    return (label.strip() + " 2").strip();
  }
}
