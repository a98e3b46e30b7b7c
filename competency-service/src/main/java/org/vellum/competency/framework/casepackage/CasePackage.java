package org.vellum.competency.framework.casepackage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.vellum.platform.problem.Finding;

/**
 * A CASE package that was judged and can be taken in: lenient in what it accepts, strict in what it
 * hands on. It keeps the bytes and an index of what they hold, and reads the objects anew each time
 * that they are asked for.
 */
public final class CasePackage {
  private final byte[] json;
  private final Terms terms;
  private final PackageIndex index;
  private final ObjectNode document;
  private final ObjectNode skeleton;
  private final List<Finding> findings;

  private CasePackage(
      byte[] json,
      Terms terms,
      PackageIndex index,
      ObjectNode document,
      ObjectNode skeleton,
      List<Finding> findings) {
    this.json = json;
    this.terms = terms;
    this.index = index;
    this.document = document;
    this.skeleton = skeleton;
    this.findings = findings;
  }

  /**
   * On what terms a package is read.
   *
   * @param addresses where this server serves objects
   * @param publishHere whether every object gets this server's address, whatever its publisher says
   * @param mostObjects how many objects a package may hold
   */
  public record Terms(Addresses addresses, boolean publishHere, int mostObjects) {}

  /** What came of reading. */
  public sealed interface Reading {
    /** The package can be taken in. */
    record Accepted(CasePackage casePackage) implements Reading {}

    /** The package cannot be taken in; at least one of the findings is an error. */
    record Refused(List<Finding> findings) implements Reading {
      public Refused {
        findings = List.copyOf(findings);
      }
    }
  }

  /**
   * Reads and judges a package.
   *
   * @param json a JSON text in UTF-8, UTF-16 or UTF-32; it is kept and must not be changed
   */
  public static Reading read(byte[] json, Terms terms) {
    return read(json, terms, Findings.FEW);
  }

  /**
   * The same with more or fewer findings.
   *
   * @param findingsOfEachKind how many findings of each kind are told; the others are counted
   */
  public static Reading read(byte[] json, Terms terms, int findingsOfEachKind) {
    PackageIndex index = new PackageIndex();
    Findings findings = new Findings(findingsOfEachKind);
    PackageJudge judge = new PackageJudge(terms, index, findings);
    ObjectNode skeleton = PackageReader.read(json, terms.mostObjects(), findings, judge::judge);
    if (!findings.hasErrors()) {
      judge.judgeWhole();
    }
    return findings.hasErrors()
        ? new Reading.Refused(findings.list())
        : new Reading.Accepted(
            new CasePackage(
                json, terms, index, judge.document().orElseThrow(), skeleton, findings.list()));
  }

  /** Identifier of the CFDocument, which is also that of the package. */
  public UUID identifier() {
    return index.of(CaseClass.DOCUMENT).keySet().iterator().next();
  }

  /** The canonical address of the package itself. */
  public String packageUri() {
    return index.packageUri();
  }

  /** What is not as the standard wants it, or worth knowing; no errors. */
  public List<Finding> findings() {
    return findings;
  }

  /** JSON text of the package without the objects of its collections. */
  public String skeleton() {
    return Fingerprint.text(skeleton);
  }

  /** How many different objects of a class there are. */
  public int count(CaseClass type) {
    return index.of(type).size();
  }

  /** The identifiers of the objects of a class. */
  public List<UUID> identifiers(CaseClass type) {
    return List.copyOf(index.of(type).keySet());
  }

  /** The fingerprints of all objects, by class and identifier. */
  public Map<CaseClass, Map<UUID, String>> fingerprints() {
    Map<CaseClass, Map<UUID, String>> fingerprints = new EnumMap<>(CaseClass.class);
    for (CaseClass type : CaseClass.values()) {
      Map<UUID, String> ofType = new HashMap<>();
      index.of(type).forEach((identifier, entry) -> ofType.put(identifier, entry.fingerprint()));
      fingerprints.put(type, ofType);
    }
    return fingerprints;
  }

  /** Whether what was received with a framework, given by its fingerprints, is this package. */
  public boolean isSame(Map<CaseClass, Map<UUID, String>> others) {
    return fingerprints().entrySet().stream()
        .allMatch(ours -> ours.getValue().equals(others.getOrDefault(ours.getKey(), Map.of())));
  }

  /** The CFDocument. */
  public CaseObject document() {
    return formed(form(), CaseClass.DOCUMENT, identifier(), document, List.of(0));
  }

  /** Hands on each object but the document, once, in the order of the package. */
  public void forEach(Consumer<CaseObject> taker) {
    StrictForm form = form();
    PackageReader.read(
        json,
        terms.mostObjects(),
        new Findings(),
        (type, position, place, received) -> {
          UUID identifier =
              CaseIdentifier.parse(received.path("identifier").asText()).orElseThrow();
          if (type != CaseClass.DOCUMENT) {
            entry(type, identifier)
                .firstAt(position)
                .ifPresent(all -> taker.accept(formed(form, type, identifier, received, all)));
          }
        });
  }

  private PackageIndex.Entry entry(CaseClass type, UUID identifier) {
    return index.find(type, identifier).orElseThrow();
  }

  private StrictForm form() {
    Links links = new Links(terms.addresses(), terms.publishHere(), index);
    return new StrictForm(links, index, new Findings());
  }

  private CaseObject formed(
      StrictForm form,
      CaseClass type,
      UUID identifier,
      ObjectNode received,
      List<Integer> positions) {
    PackageIndex.Entry entry = entry(type, identifier);
    return new CaseObject(
        type,
        identifier,
        positions,
        entry.position() != positions.getFirst(),
        Fingerprint.text(received),
        entry.fingerprint(),
        form.of(type, received, ""));
  }
}
