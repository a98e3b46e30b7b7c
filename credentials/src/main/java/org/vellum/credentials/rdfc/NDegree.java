package org.vellum.credentials.rdfc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The hash of a blank node from its surroundings (RDFC-1.0, sections 4.7 and 4.8); comments give
 * the specification's step numbers.
 *
 * <p>Related blank nodes are kept as lists, duplicates included, as section 4.8 says and as the
 * JavaScript implementations do.
 */
final class NDegree {
  /** Look-alikes that lead so far into look-alikes are given up: each step is on the stack. */
  private static final int DEEPEST = 400;

  /** Copying so many names counts as a step. */
  private static final int NAMES_A_STEP = 32;

  private static final HexFormat HEX = HexFormat.of();

  private final Dataset dataset;
  private final Mentions mentions;
  private final byte[][] firstDegree;
  private final Issuer canonical;
  private final MessageDigest digest;
  private final Work work;

  NDegree(
      Dataset dataset,
      Mentions mentions,
      byte[][] firstDegree,
      Issuer canonical,
      MessageDigest digest,
      Work work) {
    this.dataset = dataset;
    this.mentions = mentions;
    this.firstDegree = firstDegree;
    this.canonical = canonical;
    this.digest = digest;
    this.work = work;
  }

  /** A hash or path with the names given on the way. */
  record Path(String hash, Issuer issuer) {}

  @SuppressWarnings("ArrayRecordComponent") // compared by its bytes alone
  private record Related(byte[] hash, int node) {}

  /** Section 4.8. */
  Path hash(int node, Issuer given, int depth) throws WorkLimitExceeded {
    if (depth > DEEPEST) {
      throw new WorkLimitExceeded(work.limit());
    }
    List<Related> related = related(node, given); // 1 to 3
    StringBuilder data = new StringBuilder(); // 4
    Issuer issuer = given;
    int from = 0;
    while (from < related.size()) { // 5
      byte[] hash = related.get(from).hash();
      int to = from + 1;
      while (to < related.size() && Arrays.equals(hash, related.get(to).hash())) {
        to++;
      }
      int[] nodes = related.subList(from, to).stream().mapToInt(Related::node).toArray();
      data.append(HEX.formatHex(hash)); // 5.1
      Path chosen = shortestPath(nodes, issuer, depth); // 5.2 to 5.4
      data.append(chosen.hash()); // 5.5
      issuer = chosen.issuer(); // 5.6
      from = to;
    }
    digest.update(data.toString().getBytes(StandardCharsets.US_ASCII));
    return new Path(HEX.formatHex(digest.digest()), issuer); // 6
  }

  private List<Related> related(int node, Issuer issuer) throws WorkLimitExceeded {
    List<Related> related = new ArrayList<>();
    for (int i = mentions.start(node); i < mentions.end(node); i++) {
      work.spend(1);
      int line = mentions.lines()[i];
      relate(related, node, dataset.subject(line), line, issuer, 's');
      relate(related, node, dataset.object(line), line, issuer, 'o');
      relate(related, node, dataset.graph(line), line, issuer, 'g');
    }
    related.sort((first, second) -> Arrays.compareUnsigned(first.hash(), second.hash()));
    return related;
  }

  private void relate(
      List<Related> related, int node, int other, int line, Issuer issuer, char position) {
    if (other < 0 && ~other != node) {
      related.add(new Related(hashRelated(~other, line, issuer, position), ~other));
    }
  }

  /** Section 4.7. */
  private byte[] hashRelated(int related, int line, Issuer issuer, char position) {
    digest.update((byte) position);
    if (position != 'g') {
      Terms terms = dataset.terms();
      int predicate = dataset.predicate(line);
      int start = terms.start(predicate);
      digest.update(terms.pool(), start, terms.end(predicate) - start - 1);
    }
    int named = canonical.find(related);
    int temporary = named < 0 ? issuer.find(related) : -1;
    String last =
        named >= 0
            ? Rdfc10.CANONICAL + named
            : temporary >= 0 ? "_:b" + temporary : HEX.formatHex(firstDegree[related]);
    digest.update(last.getBytes(StandardCharsets.US_ASCII));
    return digest.digest();
  }

  /** Section 4.8, step 5.4: the least path over all orders of the related nodes. */
  private Path shortestPath(int[] related, Issuer issuer, int depth) throws WorkLimitExceeded {
    Path chosen = new Path("", issuer);
    Orders orders = new Orders(related);
    do {
      work.spend(1 + issuer.count() / NAMES_A_STEP);
      Path path = path(orders.current(), issuer.copy(), chosen.hash(), depth);
      boolean first = chosen.hash().isEmpty();
      if (first || path.hash().compareTo(chosen.hash()) < 0) { // 5.4.6
        chosen = path;
      }
    } while (orders.advance());
    return chosen;
  }

  /** Steps 5.4.1 to 5.4.5 for one order; stops early at a path that cannot be chosen. */
  private Path path(int[] order, Issuer start, String chosen, int depth) throws WorkLimitExceeded {
    Issuer copy = start;
    StringBuilder path = new StringBuilder();
    List<Integer> recursion = new ArrayList<>();
    for (int related : order) { // 5.4.4
      work.spend(1);
      int named = canonical.find(related);
      if (named >= 0) {
        path.append(Rdfc10.CANONICAL).append(named);
      } else {
        if (copy.find(related) < 0) {
          recursion.add(related);
        }
        path.append("_:b").append(copy.issue(related));
      }
    }
    for (int related : recursion) { // 5.4.5
      if (isHopeless(path, chosen)) {
        break;
      }
      Path deeper = hash(related, copy, depth + 1);
      path.append("_:b").append(copy.issue(related));
      path.append('<').append(deeper.hash()).append('>');
      copy = deeper.issuer();
    }
    return new Path(path.toString(), copy);
  }

  private static boolean isHopeless(CharSequence path, String chosen) {
    return !chosen.isEmpty()
        && path.length() >= chosen.length()
        && CharSequence.compare(path, chosen) > 0;
  }
}
