package org.vellum.credentials.rdfc;

/** A dataset needs more comparisons of look-alike blank nodes than was allowed. */
public final class WorkLimitExceeded extends Exception {
  private static final long serialVersionUID = 1L;

  WorkLimitExceeded(int limit) {
    super("more than " + limit + " steps");
  }
}
