package org.vellum.credentials.jsonld;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.vellum.credentials.rdfc.Quad;
import org.vellum.credentials.rdfc.Rdfc10;
import org.vellum.credentials.rdfc.WorkLimitExceeded;

/**
 * The canonical form of JSON-LD documents: checked, made into quads, and those put into the order
 * and labels of RDFC-1.0. Safe for use by many threads.
 */
public final class Canonicalizer {
  private final Contexts contexts;
  private final Limits limits;
  private final TitaniumQuads quads;

  /** Knows the contexts of the standards and the default limits. */
  public Canonicalizer() {
    this(Contexts.standard(), Limits.DEFAULT);
  }

  /** Knows the contexts of the standards. */
  public Canonicalizer(Limits limits) {
    this(Contexts.standard(), limits);
  }

  Canonicalizer(Contexts contexts, Limits limits) {
    this.contexts = contexts;
    this.limits = limits;
    this.quads = new TitaniumQuads(contexts);
  }

  /** The canonical form, or every reason found why there is none. Never fetches anything. */
  public Canonical canonicalize(ObjectNode document) {
    return canonicalize(document, "SHA-256");
  }

  /**
   * The same with another hash inside RDFC-1.0, by which blank nodes get their order: {@code
   * SHA-256} or {@code SHA-384}.
   */
  public Canonical canonicalize(ObjectNode document, String hash) {
    SafetyWalk walk = new SafetyWalk(contexts, limits);
    List<Refusal> refusals = walk.refusals(document);
    if (!refusals.isEmpty()) {
      return new Canonical.Refused(refusals);
    }
    try {
      Set<Quad> dataset = quads.of(document);
      walk.expected().firstMissingFrom(dataset).ifPresent(refusals::add);
      if (!refusals.isEmpty()) {
        return new Canonical.Refused(refusals);
      }
      String text = new Rdfc10(limits.hashes(), hash).canonicalize(dataset);
      return new Canonical.Form(text.getBytes(StandardCharsets.UTF_8));
    } catch (ProcessingFailed e) {
      return refused("json-ld", "the JSON-LD is not well-formed: " + e.getMessage());
    } catch (WorkLimitExceeded e) {
      return refused("work-limit", "the document repeats itself too often to be put in order");
    }
  }

  private static Canonical refused(String code, String message) {
    return new Canonical.Refused(
        List.of(new Refusal(Refusal.Reason.NOT_SUPPORTED, code, "", message)));
  }
}
