package org.vellum.credentials.rdfc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * RDF Dataset Canonicalization 1.0 (W3C Recommendation, section 4.4). One object canonicalises one
 * dataset; comments give the specification's step numbers.
 *
 * <p>Related blank nodes are kept as lists, duplicates included, as section 4.8 says and as the
 * JavaScript implementations do.
 */
public final class Rdfc10 {
  private static final Comparator<String> CODE_POINTS = Rdfc10::compareCodePoints;

  private final int workLimit;
  private final MessageDigest digest;
  private final Map<String, List<Quad>> quadsOf = new HashMap<>();
  private final Map<String, String> firstDegree = new HashMap<>();
  private final IdentifierIssuer canonical = new IdentifierIssuer("_:c14n");
  private int work;

  /** Hashes with SHA-256; allows so many steps of comparing look-alike blank nodes. */
  public Rdfc10(int workLimit) {
    this(workLimit, "SHA-256");
  }

  /**
   * Hashes with SHA-256 or, as signatures on P-384 demand, with SHA-384 (section 4.3).
   *
   * @param workLimit how many steps of comparing look-alike blank nodes are allowed
   * @param hash the name of the hash
   */
  public Rdfc10(int workLimit, String hash) {
    this.workLimit = workLimit;
    try {
      this.digest = MessageDigest.getInstance(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + hash, e);
    }
  }

  /**
   * The canonical N-Quads of a dataset.
   *
   * @throws WorkLimitExceeded if the dataset is made, by chance or malice, of too many look-alikes
   */
  public String canonicalize(Set<Quad> dataset) throws WorkLimitExceeded {
    // 2: where each blank node is mentioned
    for (Quad quad : dataset) {
      quad.blankNodes().forEach(n -> quadsOf.computeIfAbsent(n, k -> new ArrayList<>()).add(quad));
    }
    nameLookAlikes(nameUnique());
    // 6 and 7: the dataset with its new names, in code point order
    List<String> lines = new ArrayList<>(dataset.size());
    for (Quad quad : dataset) {
      lines.add(quad.line(canonical::issue));
    }
    lines.sort(CODE_POINTS);
    return String.join("", lines);
  }

  /** The canonical name of each blank node of the dataset that was canonicalised. */
  public Map<String, String> issued() {
    return canonical.issued();
  }

  /** Steps 3 and 4: names the nodes whose own statements tell them apart; returns the others. */
  private SortedMap<String, List<String>> nameUnique() {
    SortedMap<String, List<String>> byHash = new TreeMap<>();
    for (String node : quadsOf.keySet()) {
      byHash.computeIfAbsent(hashFirstDegree(node), hash -> new ArrayList<>()).add(node);
    }
    byHash
        .values()
        .removeIf(nodes -> {
          if (nodes.size() > 1) {
            return false;
          }
          canonical.issue(nodes.getFirst());
          return true;
        });
    return byHash;
  }

  /** Step 5: names the nodes that only their surroundings tell apart. */
  private void nameLookAlikes(SortedMap<String, List<String>> byHash) throws WorkLimitExceeded {
    for (List<String> nodes : byHash.values()) {
      List<Path> paths = new ArrayList<>();
      for (String node : nodes) {
        if (!canonical.has(node)) { // 5.2.1
          IdentifierIssuer temporary = new IdentifierIssuer("_:b"); // 5.2.2
          temporary.issue(node); // 5.2.3
          paths.add(hashNDegree(node, temporary)); // 5.2.4
        }
      }
      paths.sort(Comparator.comparing(Path::hash)); // 5.3
      paths.forEach(path -> path.issuer().nodes().forEach(canonical::issue));
    }
  }

  /** Section 4.6. */
  private String hashFirstDegree(String node) {
    return firstDegree.computeIfAbsent(
        node,
        unhashed -> {
          List<String> lines = new ArrayList<>();
          for (Quad quad : quadsOf.getOrDefault(node, List.of())) {
            lines.add(quad.line(other -> other.equals(node) ? "_:a" : "_:z"));
          }
          lines.sort(CODE_POINTS);
          return hash(String.join("", lines));
        });
  }

  /** Section 4.7. */
  private String hashRelated(String related, Quad quad, IdentifierIssuer issuer, char position) {
    StringBuilder input = new StringBuilder().append(position);
    if (position != 'g') {
      input.append('<').append(quad.predicate()).append('>');
    }
    if (canonical.has(related)) {
      input.append(canonical.issue(related));
    } else if (issuer.has(related)) {
      input.append(issuer.issue(related));
    } else {
      input.append(hashFirstDegree(related));
    }
    return hash(input.toString());
  }

  /** Section 4.8. */
  private Path hashNDegree(String node, IdentifierIssuer given) throws WorkLimitExceeded {
    SortedMap<String, List<String>> relatedByHash = related(node, given); // 1 to 3
    StringBuilder data = new StringBuilder(); // 4
    IdentifierIssuer issuer = given;
    for (Map.Entry<String, List<String>> entry : relatedByHash.entrySet()) { // 5
      data.append(entry.getKey()); // 5.1
      Path chosen = shortestPath(entry.getValue(), issuer); // 5.2 to 5.4
      data.append(chosen.hash()); // 5.5
      issuer = chosen.issuer(); // 5.6
    }
    return new Path(hash(data.toString()), issuer); // 6
  }

  private SortedMap<String, List<String>> related(String node, IdentifierIssuer issuer)
      throws WorkLimitExceeded {
    SortedMap<String, List<String>> byHash = new TreeMap<>();
    for (Quad quad : quadsOf.getOrDefault(node, List.of())) {
      spend();
      relate(byHash, node, quad.subject(), quad, issuer, 's');
      if (quad.hasBlankObject()) {
        relate(byHash, node, quad.object(), quad, issuer, 'o');
      }
      String graph = quad.graph();
      if (graph != null) {
        relate(byHash, node, graph, quad, issuer, 'g');
      }
    }
    return byHash;
  }

  private void relate(
      SortedMap<String, List<String>> byHash,
      String node,
      String other,
      Quad quad,
      IdentifierIssuer issuer,
      char position) {
    if (Quad.isBlank(other) && !other.equals(node)) {
      String hash = hashRelated(other, quad, issuer, position);
      byHash.computeIfAbsent(hash, unseen -> new ArrayList<>()).add(other);
    }
  }

  /** Section 4.8, step 5.4: the least path over all orders of the related nodes. */
  private Path shortestPath(List<String> related, IdentifierIssuer issuer)
      throws WorkLimitExceeded {
    Path chosen = new Path("", issuer);
    Permutations orders = new Permutations(related);
    while (orders.hasNext()) {
      Path path = path(orders.next(), issuer.copy(), chosen.hash());
      if (chosen.hash().isEmpty() || less(path.hash(), chosen.hash())) { // 5.4.6
        chosen = path;
      }
    }
    return chosen;
  }

  /** Steps 5.4.1 to 5.4.5 for one order; stops early at a path that cannot be chosen. */
  private Path path(List<String> order, IdentifierIssuer start, String chosen)
      throws WorkLimitExceeded {
    IdentifierIssuer copy = start;
    StringBuilder path = new StringBuilder();
    List<String> recursion = new ArrayList<>();
    for (String related : order) { // 5.4.4
      spend();
      if (canonical.has(related)) {
        path.append(canonical.issue(related));
      } else {
        if (!copy.has(related)) {
          recursion.add(related);
        }
        path.append(copy.issue(related));
      }
    }
    for (String related : recursion) { // 5.4.5
      if (hopeless(path, chosen)) {
        break;
      }
      Path deeper = hashNDegree(related, copy);
      path.append(copy.issue(related)).append('<').append(deeper.hash()).append('>');
      copy = deeper.issuer();
    }
    return new Path(path.toString(), copy);
  }

  private static boolean hopeless(CharSequence path, String chosen) {
    return !chosen.isEmpty()
        && path.length() >= chosen.length()
        && CharSequence.compare(path, chosen) > 0;
  }

  private static boolean less(String path, String chosen) {
    return path.compareTo(chosen) < 0;
  }

  /** UTF-16 sorts U+E000 to U+FFFF above the supplementary planes; code point order does not. */
  private static int compareCodePoints(String first, String second) {
    int end = Math.min(first.length(), second.length());
    for (int i = 0; i < end; i++) {
      char a = first.charAt(i);
      char b = second.charAt(i);
      if (a != b) {
        boolean mixed = Character.isSurrogate(a) != Character.isSurrogate(b);
        return mixed && a >= 0xd800 && b >= 0xd800 ? b - a : a - b;
      }
    }
    return first.length() - second.length();
  }

  private void spend() throws WorkLimitExceeded {
    if (++work > workLimit) {
      throw new WorkLimitExceeded(workLimit);
    }
  }

  private String hash(String text) {
    return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A hash or path with the names given on the way. */
  private record Path(String hash, IdentifierIssuer issuer) {}
}
