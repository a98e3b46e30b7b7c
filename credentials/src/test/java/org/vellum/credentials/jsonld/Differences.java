package org.vellum.credentials.jsonld;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vellum.credentials.rdfc.Quad;
import org.vellum.credentials.rdfc.StringRdfc10;
import org.vellum.credentials.rdfc.WorkLimitExceeded;

/**
 * Compares the compiled walk and RDFC-1.0 on numbers with titanium behind the checks and RDFC-1.0
 * as the specification tells it: the same bytes, or the same refusals.
 */
final class Differences {
  private static final int STEPS = 20_000;

  private final Limits limits = new Limits(64, 100_000, STEPS);
  private final Canonicalizer canonicalizer = new Canonicalizer(limits);
  private final TitaniumQuads titanium = new TitaniumQuads(Contexts.standard());
  private int compiled;
  private int canonical;
  private int workLimits;

  /** What is different for a document; empty if nothing is, or the difference is explained. */
  Optional<String> of(ObjectNode document) {
    if (canonicalizer.isCompiled(document)) {
      compiled++;
    }
    String ours = ours(document);
    String theirs = theirs(document);
    if (ours.startsWith("<") || ours.startsWith("_") || ours.isEmpty()) {
      canonical++;
    }
    boolean same = ours.equals(theirs) || isExplained(ours, theirs);
    return same ? Optional.empty() : Optional.of(ours + "\n--- but by titanium ---\n" + theirs);
  }

  /**
   * Explained: steps of comparing look-alikes are counted in another way (copies of names count
   * here), so that one may give up a little earlier than the other.
   */
  private boolean isExplained(String ours, String theirs) {
    boolean workLimit = ours.contains("work-limit") || theirs.contains("work-limit");
    if (workLimit) {
      workLimits++;
    }
    return workLimit;
  }

  private String ours(ObjectNode document) {
    return switch (canonicalizer.canonicalize(document)) {
      case Canonical.Form form -> new String(form.nquads(), UTF_8);
      case Canonical.Refused refused -> refused.refusals().toString();
    };
  }

  private String theirs(ObjectNode document) {
    SafetyWalk walk = new SafetyWalk(Contexts.standard(), limits);
    List<Refusal> refusals = walk.refusals(document);
    if (!refusals.isEmpty()) {
      return refusals.toString();
    }
    try {
      Set<Quad> quads = titanium.of(document);
      Optional<Refusal> dropped = walk.expected().firstMissingFrom(quads);
      return dropped.isPresent()
          ? List.of(dropped.get()).toString()
          : new StringRdfc10(STEPS).canonicalize(quads);
    } catch (ProcessingFailed e) {
      return List.of(
              new Refusal(
                  Refusal.Reason.NOT_SUPPORTED,
                  "json-ld",
                  "",
                  "the JSON-LD is not well-formed: " + e.getMessage()))
          .toString();
    } catch (WorkLimitExceeded e) {
      return "work-limit";
    }
  }

  int compiled() {
    return compiled;
  }

  /** How much was compared, in words. */
  String summary(int cases) {
    return cases
        + " documents: "
        + compiled
        + " walked by compiled contexts, "
        + canonical
        + " with a canonical form, "
        + workLimits
        + " at the limit of work";
  }
}
