package org.vellum.testsupport.architecture;

class ArchitectureTest extends ArchitectureRules {
  ArchitectureTest() {
    super("org.vellum.testsupport");
  }
}
