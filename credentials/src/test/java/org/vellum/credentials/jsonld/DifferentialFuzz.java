package org.vellum.credentials.jsonld;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Compares millions of changed credentials; not run by a build. {@code -Dvellum.fuzz.cases} says
 * how many, {@code -Dvellum.fuzz.seed} which. Differences are printed with their document.
 */
public final class DifferentialFuzz {
  private static final int ENOUGH = 20;
  private static final int BETWEEN_REPORTS = 50_000;

  private DifferentialFuzz() {}

  /** Ends with 1 if there was a difference. */
  public static void main(String[] arguments) {
    int cases = Integer.getInteger("vellum.fuzz.cases", 1_000_000);
    long seed = Long.getLong("vellum.fuzz.seed", 1L);
    Mutations mutations = new Mutations(seed);
    Differences differences = new Differences();
    int found = 0;
    int done = 0;
    while (done < cases && found < ENOUGH) {
      ObjectNode document = mutations.next();
      Optional<String> difference = differences.of(document);
      done++;
      if (difference.isPresent()) {
        found++;
        System.out.println("case " + done + ": " + document + "\n" + difference.get());
      }
      if (done % BETWEEN_REPORTS == 0) {
        System.out.println(differences.summary(done) + ", " + found + " differences");
      }
    }
    System.out.println("seed " + seed + ": " + differences.summary(done));
    System.out.println(found + " differences");
    if (found > 0) {
      System.exit(1);
    }
  }
}
