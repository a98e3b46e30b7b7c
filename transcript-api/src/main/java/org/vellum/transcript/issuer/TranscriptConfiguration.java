package org.vellum.transcript.issuer;

import org.vellum.platform.configuration.Key;

/**
 * What an operator can set of the issuer of records.
 *
 * @param keySecret secret under which signing keys are encrypted
 * @param issuerName name of the issuer; empty for the institution's name
 * @param issuerDescription who the issuer is; may be empty
 * @param issuerEmail address for questions about records; may be empty
 * @param emailIdentity whether credentials also carry the learner's e-mail address, hashed
 * @param sealFile PKCS #12 file by whose key transcripts as PDF are sealed; may be empty
 * @param sealSecret secret of that file
 */
public record TranscriptConfiguration(
    @Key(
            name = "vellum.transcript.key-secret",
            meaning =
                "Secret of at least 32 characters under which the private signing keys are"
                    + " encrypted in the database. Who loses it cannot sign with these keys any"
                    + " more; what they signed stays verifiable.")
        String keySecret,
    @Key(
            name = "vellum.transcript.issuer-name",
            meaning =
                "Name of the issuer in its profile and in every credential. Empty: the"
                    + " institution's name.",
            defaultValue = "")
        String issuerName,
    @Key(
            name = "vellum.transcript.issuer-description",
            meaning = "Who the issuer is, in a sentence or two for its profile.",
            defaultValue = "")
        String issuerDescription,
    @Key(
            name = "vellum.transcript.issuer-email",
            meaning = "Address for questions about records, shown in the issuer's profile.",
            defaultValue = "")
        String issuerEmail,
    @Key(
            name = "vellum.transcript.email-identity",
            meaning =
                "Whether credentials also carry the learner's e-mail address, hashed with a salt,"
                    + " by which wallets and backpacks recognise their owner. Who has a list of"
                    + " addresses can find out to whom a hash belongs. A change makes every"
                    + " record a new version when it is next published.",
            defaultValue = "false")
        boolean emailIdentity,
    @Key(
            name = "vellum.transcript.seal-file",
            meaning =
                "PKCS #12 file with the key and certificate (P-256, P-384 or RSA) by which"
                    + " transcripts as PDF are sealed (PAdES). Empty: they are not, and say so;"
                    + " the record in them is signed all the same.",
            defaultValue = "")
        String sealFile,
    @Key(
            name = "vellum.transcript.seal-secret",
            meaning = "Secret of that file.",
            defaultValue = "")
        String sealSecret) {

  private static final int SHORTEST_SECRET = 32;

  public TranscriptConfiguration {
    if (keySecret.length() < SHORTEST_SECRET) {
      throw new IllegalArgumentException("vellum.transcript.key-secret is shorter than 32");
    }
  }

  /** Names the holder without showing its secret. */
  @Override
  public String toString() {
    return "TranscriptConfiguration[" + issuerName + "]";
  }
}
