package org.vellum.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.vellum.credentials.jsonld.Canonical;
import org.vellum.credentials.jsonld.Canonicalizer;
import org.vellum.credentials.key.Ed25519;
import org.vellum.credentials.proof.ProofResult;

/**
 * A CLR 2.0 around thirty signed credentials, by eddsa-rdfc-2022; against the least that has to be
 * done, which is to hash its canonical form and sign once.
 */
@State(Scope.Benchmark)
public class RecordBenchmark {
  private final SampleCredentials samples = new SampleCredentials();
  private final ObjectNode record = samples.record();
  private final ObjectNode signed = samples.sign(record);
  private final byte[] canonical = canonical(record);

  /** What is measured: from the record to the signed record. */
  @Benchmark
  public ObjectNode sign() {
    return samples.sign(record);
  }

  /** Its baseline. */
  @Benchmark
  public byte[] hashAndBareSignature() throws NoSuchAlgorithmException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical);
    return Ed25519.sign(samples.key.privateKey(), hash);
  }

  /** Of the baseline the part that depends on the size. */
  @Benchmark
  public byte[] hash() throws NoSuchAlgorithmException {
    return MessageDigest.getInstance("SHA-256").digest(canonical);
  }

  /** What is measured: from the signed record to the result of its own proof. */
  @Benchmark
  public ProofResult verify() {
    ObjectNode proof = (ObjectNode) signed.get("proof");
    ProofResult result = samples.suite.verify(signed, proof, samples.key.publicKey());
    if (!(result instanceof ProofResult.Genuine)) {
      throw new IllegalStateException("a record of our own does not verify");
    }
    return result;
  }

  /** How large the record is, in bytes. */
  static int size() {
    return new SampleCredentials().record().toString().length();
  }

  private static byte[] canonical(ObjectNode document) {
    if (new Canonicalizer().canonicalize(document) instanceof Canonical.Form form) {
      return form.nquads();
    }
    throw new IllegalStateException("a record of our own has no canonical form");
  }
}
