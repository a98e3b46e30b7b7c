package org.vellum.credentials.jsonld;

/** The addresses of the contexts that are known here. None is ever fetched. */
public final class ContextUrls {
  /** Verifiable Credentials Data Model 2.0. */
  public static final String CREDENTIALS_V2 = "https://www.w3.org/ns/credentials/v2";

  /** Verifiable Credentials Data Model 1.1. */
  public static final String CREDENTIALS_V1 = "https://www.w3.org/2018/credentials/v1";

  /** Open Badges 3.0, the newest version of its context. */
  public static final String OPEN_BADGES_3_0_3 =
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

  /** Open Badges 3.0, context 3.0.2. */
  public static final String OPEN_BADGES_3_0_2 =
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json";

  /** Open Badges 3.0, context 3.0.1. */
  public static final String OPEN_BADGES_3_0_1 =
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json";

  /** Open Badges 3.0, the oldest context, without a version in its name. */
  public static final String OPEN_BADGES_3_0 =
      "https://purl.imsglobal.org/spec/ob/v3p0/context.json";

  /** The types that 1EdTech adds for schemas, revocation lists and refresh services. */
  public static final String OPEN_BADGES_EXTENSIONS =
      "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";

  /** Comprehensive Learner Record 2.0, the newest version of its context. */
  public static final String CLR_2_0_1 =
      "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";

  /** Comprehensive Learner Record 2.0, the older context, without a version in its name. */
  public static final String CLR_2_0 = "https://purl.imsglobal.org/spec/clr/v2p0/context.json";

  /** Open Badges 2.0. */
  public static final String OPEN_BADGES_2_0 = "https://w3id.org/openbadges/v2";

  /** Badge Extensions for Education, Issuer Accreditation 2.0. */
  public static final String ACCREDITATION_2_0 =
      "https://purl.imsglobal.org/spec/ob-accred/v2p0/context/";

  /** Badge Extensions for Education, Assessment 2.0. */
  public static final String ASSESSMENT_2_0 =
      "https://purl.imsglobal.org/spec/ob-assessment/v2p0/context/";

  /** Data Integrity 1.0, for documents whose own context does not define proofs. */
  public static final String DATA_INTEGRITY_V2 = "https://w3id.org/security/data-integrity/v2";

  /** Data Integrity, the context before its Recommendation. */
  public static final String DATA_INTEGRITY_V1 = "https://w3id.org/security/data-integrity/v1";

  /** The proof type Ed25519Signature2020 and its keys. */
  public static final String ED25519_2020 = "https://w3id.org/security/suites/ed25519-2020/v1";

  /** The proof type JsonWebSignature2020 and its keys. */
  public static final String JWS_2020 = "https://w3id.org/security/suites/jws-2020/v1";

  /** Status List 2021. */
  public static final String STATUS_LIST_2021 = "https://w3id.org/vc/status-list/2021/v1";

  /** Bitstring Status List 1.0, for documents of Verifiable Credentials 1.1. */
  public static final String STATUS_V1 = "https://www.w3.org/ns/credentials/status/v1";

  /** DID documents of Decentralized Identifiers 1.0. */
  public static final String DID_V1 = "https://www.w3.org/ns/did/v1";

  /** Multikey of Controlled Identifiers 1.0. */
  public static final String MULTIKEY_V1 = "https://w3id.org/security/multikey/v1";

  /** JsonWebKey of Controlled Identifiers 1.0. */
  public static final String JWK_V1 = "https://w3id.org/security/jwk/v1";

  private ContextUrls() {}
}
