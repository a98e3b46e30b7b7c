package org.vellum.credentials;

import org.vellum.testsupport.architecture.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
  ArchitectureTest() {
    super("org.vellum.credentials");
  }
}
