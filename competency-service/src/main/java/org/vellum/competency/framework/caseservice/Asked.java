package org.vellum.competency.framework.caseservice;

import java.util.List;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.casepackage.CaseForm;

/**
 * How an operation is asked for.
 *
 * @param form the form that the answer is to have
 * @param audience who asks
 * @param ifNoneMatch values of the header {@code If-None-Match}
 * @param coding how the client takes bytes
 */
record Asked(CaseForm form, Audience audience, List<String> ifNoneMatch, Coding coding) {

  Asked {
    ifNoneMatch = List.copyOf(ifNoneMatch);
  }
}
