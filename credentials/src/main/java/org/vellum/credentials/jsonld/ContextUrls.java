package org.vellum.credentials.jsonld;

/** The addresses of the contexts that are known here. None is ever fetched. */
public final class ContextUrls {
  /** Verifiable Credentials Data Model 2.0. */
  public static final String CREDENTIALS_V2 = "https://www.w3.org/ns/credentials/v2";

  /** Open Badges 3.0, the newest version of its context. */
  public static final String OPEN_BADGES_3_0_3 =
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

  /** The types that 1EdTech adds for schemas, revocation lists and refresh services. */
  public static final String OPEN_BADGES_EXTENSIONS =
      "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";

  /** Comprehensive Learner Record 2.0, the newest version of its context. */
  public static final String CLR_2_0_1 =
      "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";

  /** Data Integrity 1.0, for documents whose own context does not define proofs. */
  public static final String DATA_INTEGRITY_V2 = "https://w3id.org/security/data-integrity/v2";

  /** Multikey of Controlled Identifiers 1.0. */
  public static final String MULTIKEY_V1 = "https://w3id.org/security/multikey/v1";

  private ContextUrls() {}
}
