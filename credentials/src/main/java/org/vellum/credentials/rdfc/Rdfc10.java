package org.vellum.credentials.rdfc;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * RDF Dataset Canonicalization 1.0 (W3C Recommendation, section 4.4), on numbers instead of names.
 * One object canonicalises one dataset; comments give the specification's step numbers.
 */
public final class Rdfc10 {
  /** How canonical names begin. */
  static final String CANONICAL = "_:c14n";

  private static final VarHandle BIG_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final Work work;
  private final MessageDigest digest;
  private final Issuer canonical = new Issuer();
  private final List<String> labels = new ArrayList<>();

  /** Allows so many steps of comparing look-alike blank nodes, which are hashed with SHA-256. */
  public Rdfc10(int workLimit) {
    this(workLimit, "SHA-256");
  }

  /**
   * Allows so many steps of comparing look-alike blank nodes.
   *
   * @param hash the hash algorithm of the blank nodes, SHA-256 or SHA-384 (section 4.3)
   */
  public Rdfc10(int workLimit, String hash) {
    this.work = new Work(workLimit);
    try {
      this.digest = MessageDigest.getInstance(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256 and SHA-384", e);
    }
  }

  /**
   * The canonical N-Quads of a dataset.
   *
   * @throws WorkLimitExceeded if the dataset is made, by chance or malice, of too many look-alikes
   * @throws IllegalArgumentException if half of a surrogate pair is in a term
   */
  public String canonicalize(Set<Quad> quads) throws WorkLimitExceeded {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    canonicalize(Dataset.of(quads, labels), text::write);
    return text.toString(StandardCharsets.UTF_8);
  }

  /** The canonical name of each blank node of the quads that were canonicalised. */
  public Map<String, String> issued() {
    Map<String, String> issued = new HashMap<>();
    for (int number = 0; number < canonical.count(); number++) {
      issued.put(labels.get(canonical.node(number)), CANONICAL + number);
    }
    return issued;
  }

  /**
   * Writes the canonical N-Quads of a dataset in UTF-8, line by line in their order.
   *
   * @throws WorkLimitExceeded if the dataset is made, by chance or malice, of too many look-alikes;
   *     then nothing was written
   */
  public void canonicalize(Dataset dataset, Sink sink) throws WorkLimitExceeded {
    Lines lines = new Lines(dataset);
    LineWriter writer = new LineWriter(dataset);
    int[] names = new int[dataset.blanks()];
    if (names.length == 1) {
      canonical.issue(0); // one alone has the first name, whatever its hash, and is in its place
    } else if (names.length > 1) {
      Mentions mentions = new Mentions(dataset, lines.sorted()); // 2
      byte[][] hashes = firstDegree(lines, mentions, writer);
      nameAll(hashes, new NDegree(dataset, mentions, hashes, canonical, digest, work));
      for (int number = 0; number < canonical.count(); number++) {
        names[canonical.node(number)] = number;
      }
      lines.sortByNames(inOrderOfText(names));
    }
    for (int line : lines.sorted()) { // 6 and 7
      writer.named(names, line);
      writer.flushIfMuch(sink);
    }
    writer.flush(sink);
  }

  /** Section 4.6 for all blank nodes. */
  private byte[][] firstDegree(Lines lines, Mentions mentions, LineWriter writer) {
    byte[][] hashes = new byte[mentions.nodes()][];
    int[] mentioned = mentions.lines();
    for (int node = 0; node < hashes.length; node++) {
      int end = mentions.end(node);
      if (mentions.start(node) == end) {
        continue; // made and never used
      }
      lines.sortAround(node, mentioned, mentions.start(node), end);
      for (int i = mentions.start(node); i < end; i++) {
        writer.around(node, mentioned[i]);
        writer.flushIfMuch(digest::update);
      }
      writer.flush(digest::update);
      hashes[node] = digest.digest();
    }
    return hashes;
  }

  private void nameAll(byte[][] hashes, NDegree nDegree) throws WorkLimitExceeded {
    int[] nodes = IntStream.range(0, hashes.length).filter(node -> hashes[node] != null).toArray();
    IntOrder byHash = byHash(hashes);
    byHash.sort(nodes, 0, nodes.length); // 3
    boolean someAreLeft = false;
    for (int i = 0; i < nodes.length; i++) { // 4: those that their own statements tell apart
      boolean likeBefore = i > 0 && byHash.compare(nodes[i - 1], nodes[i]) == 0;
      boolean likeNext = i + 1 < nodes.length && byHash.compare(nodes[i], nodes[i + 1]) == 0;
      if (likeBefore || likeNext) {
        someAreLeft = true;
      } else {
        canonical.issue(nodes[i]);
      }
    }
    for (int from = 0, to; someAreLeft && from < nodes.length; from = to) { // 5
      to = from + 1;
      while (to < nodes.length && byHash.compare(nodes[from], nodes[to]) == 0) {
        to++;
      }
      nameLookAlikes(Arrays.copyOfRange(nodes, from, to), nDegree);
    }
  }

  /** The order of the hashes, most of which differ in the first bytes. */
  private static IntOrder byHash(byte[][] hashes) {
    long[] beginnings = new long[hashes.length];
    for (int node = 0; node < hashes.length; node++) {
      byte[] hash = hashes[node];
      beginnings[node] = hash == null ? 0 : (long) BIG_ENDIAN.get(hash, 0);
    }
    return (first, second) -> {
      int difference = Long.compareUnsigned(beginnings[first], beginnings[second]);
      return difference == 0 ? Arrays.compareUnsigned(hashes[first], hashes[second]) : difference;
    };
  }

  /** Step 5: names nodes that only their surroundings tell apart. */
  private void nameLookAlikes(int[] nodes, NDegree nDegree) throws WorkLimitExceeded {
    List<NDegree.Path> paths = new ArrayList<>();
    for (int node : nodes) {
      if (canonical.find(node) < 0) { // 5.2.1
        Issuer temporary = new Issuer(); // 5.2.2
        temporary.issue(node); // 5.2.3
        paths.add(nDegree.hash(node, temporary, 0)); // 5.2.4
      }
    }
    paths.sort(Comparator.comparing(NDegree.Path::hash)); // 5.3
    for (NDegree.Path path : paths) {
      for (int number = 0; number < path.issuer().count(); number++) {
        canonical.issue(path.issuer().node(number));
      }
    }
  }

  /** The places of the names in the order of their texts: 10 comes between 1 and 2. */
  private static int[] inOrderOfText(int[] names) {
    int[] placeOf = new int[names.length];
    int number = 0;
    for (int place = 0; place < names.length; place++) {
      placeOf[number] = place;
      if (number > 0 && 10L * number < names.length) {
        number *= 10;
      } else {
        while (number % 10 == 9 || number + 1 >= names.length) {
          if (number < 10) {
            break;
          }
          number /= 10;
        }
        number++;
      }
    }
    int[] places = new int[names.length];
    Arrays.setAll(places, node -> placeOf[names[node]]);
    return places;
  }
}
