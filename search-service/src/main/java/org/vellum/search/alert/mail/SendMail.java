package org.vellum.search.alert.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.usecase.Component;

/** Sends letters by the server that the operator named. */
@Component
public class SendMail {
  private static final Logger LOG = Logger.getLogger(SendMail.class.getName());
  private static final String TIMEOUT_MILLIS = "10000";
  private static final int LONGEST_REASON = 200;

  private final MailConfiguration configuration;
  private final PlatformConfiguration platform;
  private final Clock clock;

  @Inject
  public SendMail(MailConfiguration configuration, PlatformConfiguration platform, Clock clock) {
    this.configuration = configuration;
    this.platform = platform;
    this.clock = clock;
  }

  /** Whether there is a server. */
  public boolean possible() {
    return configuration.sends();
  }

  /** Whether this can be an address (RFC 5321, section 4.1.2, without quoted names). */
  public static boolean isAddress(String text) {
    try {
      new InternetAddress(text, true).validate();
      return text.length() <= 254 && text.matches("[^@\\s\"<>]+@[^@\\s\"<>]+\\.[^@\\s\"<>.]+");
    } catch (AddressException e) {
      return false;
    }
  }

  /**
   * Sends.
   *
   * @throws MailRefused if the server is not there or does not take it
   */
  public void send(Letter letter) throws MailRefused {
    try {
      MimeMessage message = new MimeMessage(Session.getInstance(properties()));
      message.setFrom(
          new InternetAddress(configuration.from(), platform.institutionName(), UTF_8.name()));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
      message.setSubject(letter.subject().replaceAll("\\p{Cntrl}", " "), UTF_8.name());
      message.setText(letter.text(), UTF_8.name());
      message.setSentDate(Date.from(clock.instant()));
      // RFC 3834, section 5: so that nobody's absence answers.
      message.setHeader("Auto-Submitted", "auto-generated");
      if (letter.unsubscribe().isPresent()) {
        message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe().get() + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
      }
      if (configuration.user().isEmpty()) {
        Transport.send(message);
      } else {
        Transport.send(message, configuration.user(), configuration.password());
      }
    } catch (SendFailedException e) {
      throw new MailRefused("The mail server says: " + words(e), e);
    } catch (MessagingException | UnsupportedEncodingException e) {
      LOG.log(Level.WARNING, "mail was not sent: {0}", e.toString());
      throw new MailRefused("The mail server does not answer as it should.", e);
    }
  }

  private Properties properties() {
    Properties all = new Properties();
    all.setProperty("mail.smtp.host", configuration.host());
    all.setProperty("mail.smtp.port", Integer.toString(configuration.port()));
    all.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
    all.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
    all.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
    all.setProperty("mail.smtp.auth", Boolean.toString(!configuration.user().isEmpty()));
    boolean startTls = configuration.security().equals("starttls");
    all.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    all.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    all.setProperty(
        "mail.smtp.ssl.enable", Boolean.toString(configuration.security().equals("tls")));
    all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    return all;
  }

  /** The server's own words, of the innermost exception. */
  private static String words(MessagingException e) {
    Exception innermost = e;
    while (innermost instanceof MessagingException next && next.getNextException() != null) {
      innermost = next.getNextException();
    }
    String said = String.valueOf(innermost.getMessage()).replaceAll("\\s+", " ").strip();
    return said.substring(0, Math.min(said.length(), LONGEST_REASON));
  }
}
