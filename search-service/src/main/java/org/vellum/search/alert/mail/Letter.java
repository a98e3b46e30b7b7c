package org.vellum.search.alert.mail;

import java.net.URI;
import java.util.Optional;

/**
 * What is sent to one address.
 *
 * @param to the address
 * @param subject one line
 * @param text plain text
 * @param unsubscribe where a click, or a POST by itself (RFC 8058), ends such mail
 */
public record Letter(String to, String subject, String text, Optional<URI> unsubscribe) {}
