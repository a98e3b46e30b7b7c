/**
 * Frameworks fetched from another CASE server, version 1.0 or 1.1, whose address a registrar gives.
 *
 * <p>Decision: what is at an address is told by what it says and not by how it is spelled, since
 * servers differ in their paths. Every request goes through the guarded client, and a secret lives
 * for one import in memory only.
 */
@NullMarked
package org.vellum.competency.framework.remote;

import org.jspecify.annotations.NullMarked;
