package org.vellum.credentials.jsonld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.vellum.credentials.rdfc.Dataset;
import org.vellum.credentials.rdfc.Quad;
import org.vellum.credentials.rdfc.Rdfc10;
import org.vellum.credentials.rdfc.Sink;
import org.vellum.credentials.rdfc.WorkLimitExceeded;

/**
 * The canonical form of JSON-LD documents: checked, made into quads, and those put into the order
 * and labels of RDFC-1.0. Safe for use by many threads.
 *
 * <p>What compiled contexts say everything about needs one walk; the rest goes through the checks
 * and then to a processor that knows all of JSON-LD.
 */
public final class Canonicalizer {
  private static final String SHA_256 = "SHA-256";

  /** It compares each value of a member with each other. */
  private static final int MOST_FOR_TITANIUM = 20_000;

  private final Contexts contexts;
  private final Limits limits;
  private final TitaniumQuads quads;

  /** Each is lent to one document at a time; as many as there were threads at once. */
  private final ConcurrentLinkedQueue<Dataset> idle = new ConcurrentLinkedQueue<>();

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

  /** The context documents that are known here, by their addresses, as they are processed. */
  public static Map<String, ObjectNode> contextDocuments() {
    Map<String, ObjectNode> documents = new TreeMap<>();
    Contexts.standard()
        .all()
        .forEach((url, table) -> {
          ObjectNode document = JsonNodeFactory.instance.objectNode();
          document.set("@context", table.toJson());
          documents.put(url, document);
        });
    return documents;
  }

  /**
   * The canonical form by SHA-256, or every reason found why there is none. Never fetches anything.
   */
  public Canonical canonicalize(ObjectNode document) {
    ByteArrayOutputStream nquads = new ByteArrayOutputStream();
    List<Refusal> refusals = write(document, SHA_256, nquads::write);
    return refusals.isEmpty()
        ? new Canonical.Form(nquads.toByteArray())
        : new Canonical.Refused(refusals);
  }

  /**
   * Hashes the canonical form without keeping it. Blank nodes are told apart by the same hash
   * algorithm (RDFC-1.0, section 4.3), which is SHA-256 or SHA-384.
   *
   * @return the reasons why there is no canonical form; empty if all of it went into the hash
   */
  public List<Refusal> hash(ObjectNode document, MessageDigest digest) {
    return write(document, digest.getAlgorithm(), digest::update);
  }

  private List<Refusal> write(ObjectNode document, String hash, Sink sink) {
    Dataset free = idle.poll();
    Dataset dataset = free == null ? new Dataset() : free;
    List<Refusal> refusals =
        CompiledWalk.walk(contexts, limits, document, dataset)
            ? order(dataset, hash, sink)
            : check(document, hash, sink);
    if (dataset.isSmall()) {
      dataset.clear();
      idle.add(dataset);
    }
    return refusals;
  }

  /** Whether the compiled contexts say everything about a document. */
  boolean isCompiled(ObjectNode document) {
    return CompiledWalk.walk(contexts, limits, document, new Dataset());
  }

  /** By the processor that knows all of JSON-LD, behind the checks. */
  List<Refusal> check(ObjectNode document, String hash, Sink sink) {
    SafetyWalk walk = new SafetyWalk(contexts, limits);
    List<Refusal> refusals = walk.refusals(document);
    if (!refusals.isEmpty()) {
      return refusals;
    }
    if (walk.nodes() > MOST_FOR_TITANIUM) {
      return refused("too-large", "the document has too many values for the forms that it uses");
    }
    try {
      Set<Quad> dataset = quads.of(document);
      Optional<Refusal> dropped = walk.expected().firstMissingFrom(dataset);
      return dropped.isPresent() ? List.of(dropped.get()) : order(Dataset.of(dataset), hash, sink);
    } catch (ProcessingFailed e) {
      return refused("json-ld", "the JSON-LD is not well-formed: " + e.getMessage());
    }
  }

  private List<Refusal> order(Dataset dataset, String hash, Sink sink) {
    try {
      new Rdfc10(limits.hashes(), hash).canonicalize(dataset, sink);
      return List.of();
    } catch (WorkLimitExceeded e) {
      return refused("work-limit", "the document repeats itself too often to be put in order");
    }
  }

  private static List<Refusal> refused(String code, String message) {
    return List.of(new Refusal(Refusal.Reason.NOT_SUPPORTED, code, "", message));
  }
}
