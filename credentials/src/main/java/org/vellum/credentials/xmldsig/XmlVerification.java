package org.vellum.credentials.xmldsig;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.xml.Fault;
import org.w3c.dom.Element;

/** What is known about the signature of an XML document. */
public sealed interface XmlVerification {

  /**
   * The signature is good, and covers everything in the document but itself. Whether the key may
   * speak for the issuer is another question, which {@link #signer} helps to answer.
   *
   * @param covered the document element; what is read must be read from here
   * @param key the key that signed
   * @param certificates the certificates that came along, the signer's first; nobody has vouched
   *     for them yet
   * @param profile what the signature says beside itself
   * @param signingTime when it says that it was signed (XAdES); nobody vouches for it but the
   *     signer
   * @param remarks what is worth knowing and no reason against the signature
   */
  record Valid(
      Element covered,
      PublicKey key,
      List<X509Certificate> certificates,
      Profile profile,
      @Nullable Instant signingTime,
      List<Fault> remarks)
      implements XmlVerification {

    /** Copies the lists. */
    public Valid {
      certificates = List.copyOf(certificates);
      remarks = List.copyOf(remarks);
    }

    /** The name in the signer's certificate (RFC 2253); empty if none came along. */
    public Optional<String> signer() {
      return certificates.stream()
          .findFirst()
          .map(each -> each.getSubjectX500Principal().getName());
    }
  }

  /**
   * The document is not signed, was changed, or its signature proves too little.
   *
   * @param faults the reasons
   */
  record Invalid(List<Fault> faults) implements XmlVerification {
    /** Copies the list. */
    public Invalid {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Nothing was found wrong, but the signature could not be checked.
   *
   * @param faults the reasons
   */
  record CouldNotBeChecked(List<Fault> faults) implements XmlVerification {
    /** Copies the list. */
    public CouldNotBeChecked {
      faults = List.copyOf(faults);
    }
  }
}
