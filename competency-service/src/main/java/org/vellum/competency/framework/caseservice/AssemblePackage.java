package org.vellum.competency.framework.caseservice;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.CaseObjects;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.framework.casepackage.CaseForm;
import org.vellum.platform.usecase.UseCase;

/** Puts a CFPackage together, all of it as it stood at one moment. */
@UseCase
public class AssemblePackage {
  private final Frameworks frameworks;
  private final CaseObjects objects;
  private final PackageWriter writer;

  @Inject
  AssemblePackage(Frameworks frameworks, CaseObjects objects, PackageWriter writer) {
    this.frameworks = frameworks;
    this.objects = objects;
    this.writer = writer;
  }

  /**
   * Writes a package.
   *
   * @param out where it goes; left open
   * @return the framework as it was written, or empty if this audience sees none
   */
  public Optional<Framework> assemble(
      UUID identifier, CaseForm form, Audience audience, OutputStream out) throws IOException {
    objects.freeze();
    Optional<Framework> framework = frameworks.find(identifier, audience);
    if (framework.isPresent()) {
      writer.write(framework.get(), form, out);
    }
    return framework;
  }
}
