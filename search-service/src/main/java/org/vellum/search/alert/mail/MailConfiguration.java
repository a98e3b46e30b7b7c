package org.vellum.search.alert.mail;

import org.vellum.platform.configuration.Key;

/**
 * By which server mail is sent.
 *
 * @param host the SMTP server; empty where none is
 * @param port its port
 * @param security {@code starttls}, {@code tls} or {@code none}
 * @param user the account there; empty where none is needed
 * @param password its password
 * @param from the address from which mail comes
 */
public record MailConfiguration(
    @Key(
            name = "vellum.search.mail-host",
            meaning =
                "SMTP server by which employers are told of somebody new. Without one, saved"
                    + " searches have a feed and a page alone.",
            defaultValue = "")
        String host,
    @Key(
            name = "vellum.search.mail-port",
            meaning = "Port of the SMTP server.",
            defaultValue = "587")
        int port,
    @Key(
            name = "vellum.search.mail-security",
            meaning =
                "How it is spoken to: `starttls` (nothing is sent if it cannot), `tls` from the"
                    + " first byte, or `none` for a server on the same machine.",
            defaultValue = "starttls")
        String security,
    @Key(
            name = "vellum.search.mail-user",
            meaning = "Account at the SMTP server; empty: none is needed.",
            defaultValue = "")
        String user,
    @Key(
            name = "vellum.search.mail-password",
            meaning = "Password of that account; not with `none`.",
            defaultValue = "")
        String password,
    @Key(
            name = "vellum.search.mail-from",
            meaning = "Address from which mail comes; needed where there is a server.",
            defaultValue = "")
        String from) {

  /** No mail is sent. */
  public static final MailConfiguration NONE =
      new MailConfiguration("", 587, "starttls", "", "", "");

  private static final int LAST_PORT = 65_535;

  public MailConfiguration {
    require(port >= 1 && port <= LAST_PORT, "vellum.search.mail-port must be from 1 to 65535");
    require(
        security.matches("starttls|tls|none"),
        "vellum.search.mail-security must be starttls, tls or none");
    require(
        host.isEmpty() || from.matches("[^@\\s<>]+@[^@\\s<>]+"),
        "vellum.search.mail-from must be an address, since vellum.search.mail-host is set");
    require(
        password.isEmpty() || !security.equals("none"),
        "vellum.search.mail-password must not be sent in the open: use starttls or tls");
  }

  /** Whether mail can be sent. */
  public boolean sends() {
    return !host.isEmpty();
  }

  /** Not the password: a configuration may be printed. */
  @Override
  public String toString() {
    return "MailConfiguration[host=" + host + ", port=" + port + ", from=" + from + "]";
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
