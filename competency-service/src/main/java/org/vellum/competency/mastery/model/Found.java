package org.vellum.competency.mastery.model;

import java.util.List;

/**
 * That a policy is met, and by what.
 *
 * @param basis the results that do it; the one that decided is the last
 * @param words what they did, as the second half of a sentence
 */
record Found(List<Basis> basis, String words) {

  static Found by(List<Ground> grounds, String words) {
    return new Found(grounds.stream().map(Ground::basis).toList(), words);
  }
}
