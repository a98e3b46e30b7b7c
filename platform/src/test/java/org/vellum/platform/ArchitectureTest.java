package org.vellum.platform;

import org.vellum.testsupport.architecture.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
  ArchitectureTest() {
    super("org.vellum.platform");
  }
}
