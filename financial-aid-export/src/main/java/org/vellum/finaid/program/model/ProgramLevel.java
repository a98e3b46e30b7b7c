package org.vellum.finaid.program.model;

/** For whom a program is; the minimum units of an academic year are set for undergraduates only. */
public enum ProgramLevel {
  UNDERGRADUATE,
  GRADUATE
}
