/**
 * Gives packages and changes away: to connected systems, to people with a browser, and to a server
 * that waits for files.
 *
 * <p>Decision: whatever is given away is written into the audit log before its first byte, in a
 * transaction of its own, so that nobody can be given something unseen.
 */
@NullMarked
@Feature(
    uses = {
      "org.vellum.finaid.delta",
      "org.vellum.finaid.export",
      "org.vellum.finaid.facts",
      "org.vellum.finaid.measure",
      "org.vellum.finaid.records",
      "org.vellum.finaid.run",
      "org.vellum.finaid.ssn"
    })
package org.vellum.finaid.delivery;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
