package org.vellum.competency.framework.casepackage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.vellum.competency.framework.casepackage.CasePackage.Reading;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Severity;

/** Reads packages in tests. */
final class Read {
  static final int MOST_OBJECTS = 20_000;
  static final Addresses ADDRESSES = new Addresses(URI.create("https://vellum.example"));

  private Read() {}

  static CasePackage accepted(ObjectNode whole) {
    return accepted(whole.toString().getBytes(UTF_8));
  }

  static CasePackage accepted(byte[] json) {
    return accepted(json, false);
  }

  static CasePackage accepted(byte[] json, boolean publishHere) {
    return switch (CasePackage.read(json, terms(publishHere))) {
      case Reading.Accepted accepted -> accepted.casePackage();
      case Reading.Refused refused -> Assertions.fail("refused: " + refused.findings());
    };
  }

  static List<Finding> refused(byte[] json) {
    return switch (CasePackage.read(json, terms(false))) {
      case Reading.Accepted accepted -> Assertions.fail("accepted");
      case Reading.Refused refused -> refused.findings();
    };
  }

  /** The errors for which a package is refused. */
  static List<Finding> errors(ObjectNode whole) {
    return refused(whole.toString().getBytes(UTF_8)).stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .toList();
  }

  /** What is found in a package that is accepted. */
  static List<Finding> findings(ObjectNode whole) {
    return accepted(whole).findings();
  }

  static List<CaseObject> objects(CasePackage read, CaseClass type) {
    List<CaseObject> objects = new ArrayList<>();
    read.forEach(object -> {
      if (object.type() == type) {
        objects.add(object);
      }
    });
    return objects;
  }

  private static CasePackage.Terms terms(boolean publishHere) {
    return new CasePackage.Terms(ADDRESSES, publishHere, MOST_OBJECTS);
  }
}
