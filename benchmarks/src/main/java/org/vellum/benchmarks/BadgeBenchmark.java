package org.vellum.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.vellum.credentials.key.Ed25519;
import org.vellum.credentials.proof.ProofResult;

/**
 * One Open Badges 3.0 credential in, one signed credential out, by eddsa-rdfc-2022; against the
 * bare signature of the same provider.
 */
@State(Scope.Benchmark)
public class BadgeBenchmark {
  private final SampleCredentials samples = new SampleCredentials();
  private final byte[] message = new byte[64];
  private final byte[] bareSignature = Ed25519.sign(samples.key.privateKey(), message);
  private final ObjectNode badge = samples.badge(1);
  private final ObjectNode signed = samples.sign(badge);

  /** What is measured: from the credential to the signed credential. */
  @Benchmark
  public ObjectNode sign() {
    return samples.sign(badge);
  }

  /** Its baseline. */
  @Benchmark
  public byte[] bareSignature() {
    return Ed25519.sign(samples.key.privateKey(), message);
  }

  /** What is measured: from the signed credential to the result. */
  @Benchmark
  public ProofResult verify() {
    ObjectNode proof = (ObjectNode) signed.get("proof");
    ProofResult result = samples.suite.verify(signed, proof, samples.key.publicKey());
    if (!(result instanceof ProofResult.Genuine)) {
      throw new IllegalStateException("a badge of our own does not verify");
    }
    return result;
  }

  /** Its baseline. */
  @Benchmark
  public boolean bareVerification() {
    if (!Ed25519.verify(samples.key.publicKey(), message, bareSignature)) {
      throw new IllegalStateException("a signature of our own does not verify");
    }
    return true;
  }

  /** How large the credential is, in bytes. */
  static int size() {
    return new SampleCredentials().badge(1).toString().length();
  }
}
