package org.vellum.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.vellum.credentials.jsonld.Canonical;
import org.vellum.credentials.jsonld.Canonicalizer;
import org.vellum.credentials.key.Ed25519;
import org.vellum.credentials.proof.BatchIssuing;
import org.vellum.credentials.proof.ProofResult;

/**
 * One credential in, one signed credential out, by eddsa-rdfc-2022: against the bare signature of
 * the same provider, and against the least that has to be done, which is to hash the canonical form
 * and sign once.
 */
final class CredentialBenchmark {
  private static final int WARM_UPS = 60;
  private static final int ROUNDS = 101;
  private static final int BADGES_A_ROUND = 100;
  private static final int RECORDS_A_ROUND = 10;
  private static final int BATCH = 10_000;

  private final SampleCredentials samples = new SampleCredentials();
  private final byte[] message = new byte[64];
  private final byte[] bareSignature = Ed25519.sign(samples.key.privateKey(), message);
  private final ObjectNode badge = samples.badge(1);
  private final ObjectNode signedBadge = samples.sign(badge);
  private final ObjectNode record = samples.record();
  private final byte[] canonicalRecord = canonical(record);

  private CredentialBenchmark() {}

  static List<Figure> measure() throws Exception {
    CredentialBenchmark benchmark = new CredentialBenchmark();
    List<Figure> figures = new ArrayList<>(benchmark.single());
    figures.add(benchmark.allocation());
    figures.add(benchmark.batch());
    return figures;
  }

  private List<Figure> single() throws Exception {
    double[] medians =
        Rounds.processorMedians(
            WARM_UPS,
            ROUNDS,
            () -> repeat(BADGES_A_ROUND, () -> samples.sign(badge)),
            () -> repeat(BADGES_A_ROUND, this::bareSignature),
            () -> repeat(BADGES_A_ROUND, this::verifyBadge),
            () -> repeat(BADGES_A_ROUND, this::bareVerification),
            () -> repeat(RECORDS_A_ROUND, () -> samples.sign(record)),
            () -> repeat(RECORDS_A_ROUND, this::floor));
    String provider = " of " + Ed25519.providerName();
    String signing = "Signing an Open Badges 3.0 credential (" + size(badge) + ")";
    String clr = "Signing a CLR 2.0 (" + size(record) + ", 30 signed credentials inside)";
    return List.of(
        Figure.ofTimes(
            signing + " to a bare Ed25519 signature" + provider,
            medians[0] / BADGES_A_ROUND,
            medians[1] / BADGES_A_ROUND),
        Figure.ofTimes(
            "Verifying its proof to a bare verification" + provider,
            medians[2] / BADGES_A_ROUND,
            medians[3] / BADGES_A_ROUND),
        Figure.ofTimes(
            clr + " to SHA-256 of its canonical form and a signature" + provider,
            medians[4] / RECORDS_A_ROUND,
            medians[5] / RECORDS_A_ROUND));
  }

  private Figure allocation() throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    repeat(BADGES_A_ROUND, () -> samples.sign(badge));
    long bytes = (threads.getCurrentThreadAllocatedBytes() - before) / BADGES_A_ROUND;
    return new Figure(
        "Memory allocated for signing the same Open Badges credential",
        String.format(Locale.ROOT, "%.0f kB", bytes / 1e3),
        "–",
        "–");
  }

  private Figure batch() throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    double all = batchNanos(cores);
    double one = batchNanos(1);
    return new Figure(
        "Signing a batch of 10,000 of these CLRs by " + cores + " threads to 1 thread",
        String.format(Locale.ROOT, "%.0f/s", BATCH / all * 1e9),
        String.format(Locale.ROOT, "%.0f/s", BATCH / one * 1e9),
        String.format(Locale.ROOT, "%.2f times as many", one / all));
  }

  private double batchNanos(int workers) throws InterruptedException {
    long begin = System.nanoTime();
    BatchIssuing.Count count =
        new BatchIssuing(workers)
            .issue(Collections.nCopies(BATCH, record).iterator(), samples::sign, item -> {});
    if (count.issued() != BATCH) {
      throw new IllegalStateException("of the batch failed " + count.failed());
    }
    return System.nanoTime() - begin;
  }

  private void bareSignature() {
    Ed25519.sign(samples.key.privateKey(), message);
  }

  private void bareVerification() {
    if (!Ed25519.verify(samples.key.publicKey(), message, bareSignature)) {
      throw new IllegalStateException("a signature of our own does not verify");
    }
  }

  private void verifyBadge() {
    ObjectNode proof = (ObjectNode) signedBadge.get("proof");
    if (!(samples.suite.verify(signedBadge, proof, samples.key.publicKey())
        instanceof ProofResult.Genuine)) {
      throw new IllegalStateException("a badge of our own does not verify");
    }
  }

  private void floor() throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonicalRecord);
    Ed25519.sign(samples.key.privateKey(), hash);
  }

  private static byte[] canonical(ObjectNode document) {
    if (new Canonicalizer().canonicalize(document) instanceof Canonical.Form form) {
      return form.nquads();
    }
    throw new IllegalStateException("a record of our own has no canonical form");
  }

  private static String size(ObjectNode document) {
    return String.format(Locale.ROOT, "%.1f kB", document.toString().length() / 1e3);
  }

  private static void repeat(int times, Rounds.Work work) throws Exception {
    for (int each = 0; each < times; each++) {
      work.run();
    }
  }
}
