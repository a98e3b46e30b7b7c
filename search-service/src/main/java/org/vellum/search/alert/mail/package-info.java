/**
 * Sends mail over SMTP.
 *
 * <p>Decision: one letter is sent at a time and the server's answer is awaited, since whoever sends
 * has to know whether to try again; nothing is kept here.
 */
@NullMarked
@Feature
package org.vellum.search.alert.mail;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
