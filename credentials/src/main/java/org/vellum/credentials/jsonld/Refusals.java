package org.vellum.credentials.jsonld;

import java.util.ArrayList;
import java.util.List;

/** The reasons found so far; after enough of them the walk stops. */
final class Refusals {
  private static final int ENOUGH = 20;

  private final List<Refusal> found = new ArrayList<>();

  /** Something that no signature would cover. */
  void unsigned(String code, String place, String message) {
    add(new Refusal(Refusal.Reason.UNSIGNED_DATA, code, place, message));
  }

  /** Something beyond what is processed here. */
  void notSupported(String code, String place, String message) {
    add(new Refusal(Refusal.Reason.NOT_SUPPORTED, code, place, message));
  }

  boolean areEnough() {
    return found.size() >= ENOUGH;
  }

  List<Refusal> list() {
    return found;
  }

  private void add(Refusal refusal) {
    if (!areEnough()) {
      found.add(refusal);
    }
  }
}
