package org.vellum.credentials.elmo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.xml.HardenedXml;
import org.vellum.credentials.xml.XmlOutput;
import org.w3c.dom.Document;

/**
 * What a provider of results sends back through the learner's browser in the EMREX network: a form
 * with the ELMO document, compressed by gzip, in base64.
 *
 * @param sessionId as the request had it; a reply to another session is nobody's reply
 * @param returnCode {@code NCP_OK}, {@code NCP_NO_RESULTS}, {@code NCP_CANCEL}, {@code NCP_ERROR}
 * @param returnMessage what went wrong, for people
 * @param elmo the bytes of the document; null if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to a parser, never compared
public record EmrexReply(
    String sessionId, String returnCode, @Nullable String returnMessage, byte @Nullable [] elmo) {
  /** Everything went well. */
  public static final String OK = "NCP_OK";

  private static final int MOST = HardenedXml.DEFAULT_BYTES;

  /** A reply with results. */
  public static EmrexReply of(String sessionId, Document elmo) {
    return new EmrexReply(sessionId, OK, null, XmlOutput.bytes(elmo));
  }

  /** The reply as {@code application/x-www-form-urlencoded}. */
  public String form() {
    StringBuilder form = new StringBuilder();
    field(form, "sessionId", sessionId);
    field(form, "returnCode", returnCode);
    field(form, "returnMessage", returnMessage);
    field(form, "elmo", elmo == null ? null : packed(elmo));
    return form.toString();
  }

  /**
   * Reads a form.
   *
   * @param form as it was posted; at most 28 MB, of which the document may have 20 when inflated
   * @throws IllegalArgumentException with a sentence for people if it is no such form
   */
  public static EmrexReply read(String form) {
    if (form.length() > MOST * 14L / 10) {
      throw new IllegalArgumentException("a reply that is too large");
    }
    Map<String, String> fields = new HashMap<>();
    for (String each : form.split("&", 100)) {
      int sign = each.indexOf('=');
      String name = sign < 0 ? each : each.substring(0, sign);
      String value = decoded(sign < 0 ? "" : each.substring(sign + 1));
      if (fields.put(name, value) != null) {
        throw new IllegalArgumentException("a reply that says " + name + " twice");
      }
    }
    String session = fields.get("sessionId");
    String code = fields.get("returnCode");
    if (session == null || code == null) {
      throw new IllegalArgumentException("a reply without a sessionId or a returnCode");
    }
    String elmo = fields.getOrDefault("elmo", "");
    return new EmrexReply(
        session, code, fields.get("returnMessage"), elmo.isEmpty() ? null : unpacked(elmo));
  }

  /** A document as it travels: base64 of gzip. */
  static String packed(byte[] document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(document);
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written", e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static byte[] unpacked(String text) {
    byte[] bytes;
    try {
      // A plus sign that was not escaped was read as a blank.
      bytes = Base64.getMimeDecoder().decode(text.replace(' ', '+').getBytes(ISO_8859_1));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("what should be base64 is none", e);
    }
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] document = zip.readNBytes(MOST + 1);
      if (document.length > MOST) {
        throw new IllegalArgumentException("larger than " + MOST + " bytes when inflated");
      }
      return document;
    } catch (IOException e) {
      throw new IllegalArgumentException("what should be gzip is none, or is damaged", e);
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("a form with a broken escape", e);
    }
  }

  private static void field(StringBuilder form, String name, @Nullable String value) {
    if (value != null) {
      form.append(form.isEmpty() ? "" : "&").append(name).append('=');
      form.append(URLEncoder.encode(value, UTF_8));
    }
  }
}
