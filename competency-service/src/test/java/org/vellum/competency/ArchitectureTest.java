package org.vellum.competency;

import org.vellum.testsupport.architecture.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
  ArchitectureTest() {
    super("org.vellum.competency");
  }
}
