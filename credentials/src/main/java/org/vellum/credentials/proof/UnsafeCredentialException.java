package org.vellum.credentials.proof;

import java.util.List;
import java.util.stream.Collectors;
import org.vellum.credentials.jsonld.Refusal;

/** A credential was not signed, because parts of it would not have been covered. */
public final class UnsafeCredentialException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> refusals;

  UnsafeCredentialException(List<Refusal> refusals) {
    super(
        refusals.stream()
            .map(refusal -> refusal.place() + ": " + refusal.code())
            .collect(Collectors.joining("; ", "not signed: ", "")));
    this.refusals = List.copyOf(refusals);
  }

  /** Every reason found, with its place. */
  public List<Refusal> refusals() {
    return refusals;
  }
}
