/**
 * Where an administrator sees how it stands with the index, and has it built anew.
 *
 * <p>Decision: building anew is work of many small transactions that any server goes on with, so
 * that a page only asks for it and tells how far it is.
 */
@NullMarked
@Feature(uses = {"org.vellum.search.elasticsearch", "org.vellum.search.index"})
package org.vellum.search.operation;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
