package org.vellum.start;

import org.vellum.testsupport.architecture.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
  ArchitectureTest() {
    super("org.vellum.start");
  }
}
