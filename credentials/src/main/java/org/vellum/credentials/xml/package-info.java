/**
 * Reads XML of strangers without harm, writes XML, and carries in XML what a format has no place
 * for.
 *
 * <p>Decision: a reader marks what it has read, and what is left unmarked in the end is reported as
 * lost; nobody has to keep a list of what is ignored.
 */
@NullMarked
package org.vellum.credentials.xml;

import org.jspecify.annotations.NullMarked;
