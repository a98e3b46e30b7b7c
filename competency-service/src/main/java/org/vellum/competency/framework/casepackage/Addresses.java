package org.vellum.competency.framework.casepackage;

import java.net.URI;
import java.util.UUID;

/**
 * The addresses under which this server serves CASE objects.
 *
 * @param base the server's public address, without a path
 */
public record Addresses(URI base) {
  /** Path of the service, version 1.1 (CASE 1.1, REST binding, section 2.1). */
  public static final String SERVICE = "/competency/ims/case/v1p1";

  /** The address of an object; a criterion or a level has none of its own. */
  public String of(CaseClass type, UUID identifier) {
    return of(type.collection(), identifier);
  }

  /** The address of an object of a collection such as {@code CFItems} or {@code CFPackages}. */
  public String of(String collection, UUID identifier) {
    return base + SERVICE + "/" + collection + "/" + identifier;
  }

  /** Whether an address is one of this server. */
  public boolean isOurs(String address) {
    return address.startsWith(base + "/");
  }
}
