package org.vellum.transcript.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.UUID;
import org.vellum.credentials.status.BitstringStatusList;
import org.vellum.transcript.issuer.Issuer;

/**
 * The place of a credential in a status list (Bitstring Status List 1.0, section 2.1).
 *
 * @param list identifier of the list
 * @param index which bit of it, from 0
 * @param credential identifier of the credential
 */
public record StatusEntry(UUID list, int index, UUID credential) {

  /** The {@code credentialStatus} that the credential carries. */
  public ObjectNode credentialStatus(Issuer issuer) {
    return BitstringStatusList.entry(address(issuer, list), index, StatusLists.REVOCATION);
  }

  /** Where a list is published, and its id as a credential. */
  static URI address(Issuer issuer, UUID list) {
    return issuer.address("/status/" + list);
  }
}
