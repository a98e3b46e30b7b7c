package org.vellum.credentials.pdf;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One signature of a PDF.
 *
 * @param place where findings about it point to, such as {@code /signatures/0}
 * @param format the name of its encoding (ISO 32000-2, table 255, SubFilter)
 * @param holds whether it was made over the bytes it covers with the key of its certificate, and by
 *     strong algorithms
 * @param coversAll whether it covers every byte of the file but its own value
 * @param claimed when it says that it was made; nobody vouches for it but the signer
 * @param certificates the certificates that came along, the signer's first; nobody has vouched for
 *     them yet
 */
public record PdfSignature(
    String place,
    String format,
    boolean holds,
    boolean coversAll,
    @Nullable Instant claimed,
    List<X509Certificate> certificates) {

  /** Copies the list. */
  public PdfSignature {
    certificates = List.copyOf(certificates);
  }

  /** The name in the signer's certificate (RFC 2253); empty if none came along. */
  public Optional<String> signer() {
    return certificates.stream().findFirst().map(each -> each.getSubjectX500Principal().getName());
  }
}
