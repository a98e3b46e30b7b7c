/**
 * Puts a package on an aid system's SFTP server.
 *
 * <p>Decision: a file stands under its name only when it is whole, the marker comes last, and what
 * somebody else put there is never written over or deleted.
 */
@NullMarked
@Feature
package org.vellum.finaid.delivery.sftp;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
