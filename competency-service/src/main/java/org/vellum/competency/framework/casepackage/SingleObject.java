package org.vellum.competency.framework.casepackage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Severity;

/**
 * Judges an object by itself, as one that was changed here. Its links say whole where they lead:
 * nothing else is looked at.
 */
public final class SingleObject {
  private SingleObject() {}

  /** What came of reading. */
  public sealed interface Reading {
    /** The object can be kept. */
    record Accepted(CaseObject object) implements Reading {}

    /** The object cannot be kept; each finding is an error and bears its place in the object. */
    record Refused(List<Finding> findings) implements Reading {
      public Refused {
        findings = List.copyOf(findings);
      }
    }
  }

  /**
   * Reads an object.
   *
   * @param positions where it stands in its collection, from 0
   */
  public static Reading read(
      CaseClass type, ObjectNode object, List<Integer> positions, Addresses addresses) {
    Findings findings = new Findings();
    Storable.check(object, "", findings);
    PackageIndex index = new PackageIndex();
    index.documentChangedAt(object.path("lastChangeDateTime").asText());
    StrictForm form = new StrictForm(new Links(addresses, false, index), index, findings);
    ObjectNode strict = form.of(type, object, "");
    if (findings.hasErrors()) {
      return new Reading.Refused(
          findings.list().stream()
              .filter(finding -> finding.severity() == Severity.ERROR)
              .toList());
    }
    UUID identifier = UUID.fromString(strict.path("identifier").textValue());
    return new Reading.Accepted(
        new CaseObject(
            type,
            identifier,
            positions,
            false,
            Fingerprint.text(object),
            Fingerprint.of(object),
            strict));
  }
}
