package org.vellum.credentials.rdfc;

/** What comparing look-alikes may cost, and has cost. */
final class Work {
  private final int limit;
  private int spent;

  Work(int limit) {
    this.limit = limit;
  }

  void spend(int steps) throws WorkLimitExceeded {
    spent += steps;
    if (spent > limit || spent < 0) {
      throw new WorkLimitExceeded(limit);
    }
  }

  int limit() {
    return limit;
  }
}
