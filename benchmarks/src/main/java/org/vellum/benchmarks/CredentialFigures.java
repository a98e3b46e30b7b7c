package org.vellum.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;
import org.vellum.credentials.key.Ed25519;
import org.vellum.credentials.key.SignatureAlgorithm;

/**
 * The lines of the table that JMH measured: of each operation the processor time, beside that of
 * its baseline.
 */
final class CredentialFigures {
  private static final String BOUNCY_CASTLE = "BC";

  private CredentialFigures() {}

  /** Open Badges and CLR by eddsa-rdfc-2022, with each provider, and a batch. */
  static List<Figure> ofCredentials() throws RunnerException {
    List<Figure> figures = new ArrayList<>();
    String provider = Ed25519.providerName();
    addCredentials(
        figures, provider, Measured.of(BadgeBenchmark.class), Measured.of(RecordBenchmark.class));
    if (!provider.equals(BOUNCY_CASTLE)) {
      addCredentials(
          figures,
          BOUNCY_CASTLE,
          Measured.withoutNativeProvider(BadgeBenchmark.class),
          Measured.withoutNativeProvider(RecordBenchmark.class));
    }
    figures.addAll(batch(Measured.asAnnotated(BatchBenchmark.class)));
    return figures;
  }

  private static void addCredentials(
      List<Figure> figures, String provider, Measured badge, Measured record) {
    String small = "an Open Badges 3.0 credential (" + kilobytes(BadgeBenchmark.size()) + ")";
    String large = "a CLR 2.0 (" + kilobytes(RecordBenchmark.size()) + ", 30 signed inside)";
    String floor = " to SHA-256 of its canonical form and a signature of " + provider;
    figures.add(
        ratio(
            "Signing " + small + " to a bare Ed25519 signature of " + provider,
            badge,
            "sign",
            "bareSignature"));
    figures.add(
        ratio(
            "Verifying its proof to a bare verification of " + provider,
            badge,
            "verify",
            "bareVerification"));
    figures.add(ratio("Signing " + large + floor, record, "sign", "hashAndBareSignature"));
    figures.add(
        new Figure(
            "Memory allocated for signing the same badge, and the same CLR",
            memory(badge.allocatedBytes("sign")) + ", " + memory(record.allocatedBytes("sign")),
            "–",
            "–"));
  }

  private static List<Figure> batch(Measured measured) {
    double all = measured.clockNanos("byAllCores");
    double one = measured.clockNanos("byOneThread");
    int cores = Runtime.getRuntime().availableProcessors();
    String batch = " a batch of 10,000 of these CLRs by " + cores + " threads to 1 thread";
    return List.of(
        new Figure(
            "Signing" + batch + ", by the clock",
            String.format(Locale.ROOT, "%.0f/s", BatchBenchmark.RECORDS / all * 1e9),
            String.format(Locale.ROOT, "%.0f/s", BatchBenchmark.RECORDS / one * 1e9),
            String.format(Locale.ROOT, "%.2f times as many", one / all)),
        ratio(
            "Processor time of" + batch + ", garbage collection included",
            measured,
            "byAllCores",
            "byOneThread"));
  }

  /** A record of 60 achievements signed and verified with everything that belongs to it. */
  static List<Figure> ofVerifier() throws RunnerException {
    Measured measured = Measured.of(SigningBenchmark.class);
    String size = "a record with 60 achievements (" + kilobytes(SigningBenchmark.size()) + ")";
    String baseline = " to 61 bare Ed25519 operations of " + Ed25519.providerName();
    return List.of(
        ratio("Signing " + size + baseline, measured, "signRecord", "bareSignatures"),
        ratio("Verifying " + size + baseline, measured, "verifyRecord", "bareVerifications"));
  }

  /** XMLDSig. */
  static List<Figure> ofXml() throws RunnerException {
    Measured measured = Measured.of(XmlBenchmark.class);
    String transcript = "a transcript of " + kilobytes(XmlBenchmark.size());
    String provider = SignatureAlgorithm.ES256.providerName();
    return List.of(
        ratio(
            "Reading, signing (XMLDSig) and writing "
                + transcript
                + " to SHA-256 of it and a bare P-256 signature of "
                + provider,
            measured,
            "sign",
            "hashAndBareSignature"),
        ratio(
            "Reading and verifying it to SHA-256 of it and a bare P-256 verification of "
                + provider,
            measured,
            "verifyByTree",
            "hashAndBareVerification"));
  }

  private static Figure ratio(String what, Measured measured, String benchmark, String baseline) {
    return Figure.ofTimes(
        what, measured.processorNanos(benchmark), measured.processorNanos(baseline));
  }

  private static String kilobytes(int bytes) {
    return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
  }

  private static String memory(double bytes) {
    return String.format(Locale.ROOT, "%.0f kB", bytes / 1e3);
  }
}
