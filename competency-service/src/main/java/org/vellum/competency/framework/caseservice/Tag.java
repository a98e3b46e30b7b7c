package org.vellum.competency.framework.caseservice;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.casepackage.CaseForm;

/**
 * What an entity tag says of a state (RFC 9110, section 8.8.3).
 *
 * @param opaque equal for equal states of one address
 */
record Tag(String opaque) {
  /** Ends the strong tag of the compressed bytes, which are other bytes. */
  private static final String COMPRESSED = "-gzip";

  private static final Pattern LISTED = Pattern.compile("\\s*(?:W/)?\"([^\"]*)\"\\s*(?:,|$)");

  /**
   * Changes with every change of the framework or of its objects. An object that several frameworks
   * hold is told from that of the others, and one with extensions from one without.
   */
  static Tag of(Framework framework, CaseForm form) {
    Instant changed = framework.changedAt();
    return new Tag(
        changed.getEpochSecond()
            + "."
            + changed.getNano() / 1_000
            + "-"
            + framework.identifier().toString().substring(0, 8)
            + (form.withExtensions() ? "" : "-plain"));
  }

  /** Of what is put together from several frameworks: changes with what is sent. */
  static Tag ofContent(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return new Tag(HexFormat.of().formatHex(digest.digest(), 0, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The tag of a representation that some server on the way may compress. */
  String weak() {
    return "W/\"" + opaque + "\"";
  }

  /** The tag of these bytes and no others. */
  String strong(boolean compressed) {
    return "\"" + opaque + (compressed ? COMPRESSED : "") + "\"";
  }

  /**
   * Whether the client has this state (RFC 9110, section 13.1.2: compared weakly). Compressed or
   * not, it is the same state.
   *
   * @param ifNoneMatch values of the header, each a list
   * @return the opaque tag by which the client knows it
   */
  Optional<String> knownAs(List<String> ifNoneMatch) {
    for (String list : ifNoneMatch) {
      if (list.strip().equals("*")) {
        return Optional.of(opaque);
      }
      Matcher listed = LISTED.matcher(list);
      while (listed.lookingAt()) {
        String known = listed.group(1);
        if (known.equals(opaque) || known.equals(opaque + COMPRESSED)) {
          return Optional.of(known);
        }
        listed.region(listed.end(), list.length());
      }
    }
    return Optional.empty();
  }
}
