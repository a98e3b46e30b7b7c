package org.vellum.finaid;

import org.vellum.testsupport.architecture.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
  ArchitectureTest() {
    super("org.vellum.finaid");
  }
}
