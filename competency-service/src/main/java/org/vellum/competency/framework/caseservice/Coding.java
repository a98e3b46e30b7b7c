package org.vellum.competency.framework.caseservice;

import java.util.List;
import java.util.Locale;

/** How the bytes of an answer are coded on the way (RFC 9110, section 8.4). */
enum Coding {
  IDENTITY,
  GZIP;

  /** The coding that suits the client best: gzip, if it says that it takes it. */
  static Coding accepted(List<String> acceptEncoding) {
    boolean takesAny = false;
    for (String header : acceptEncoding) {
      for (String one : header.toLowerCase(Locale.ROOT).split(",", -1)) {
        String[] parts = one.replace(" ", "").split(";", 2);
        boolean refused = parts.length > 1 && parts[1].matches("q=0(\\.0{0,3})?");
        if (parts[0].equals("gzip") || parts[0].equals("x-gzip")) {
          return refused ? IDENTITY : GZIP;
        }
        takesAny = takesAny || (parts[0].equals("*") && !refused);
      }
    }
    return takesAny ? GZIP : IDENTITY;
  }
}
