package org.vellum.credentials.baking;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vellum.credentials.json.Remark;

/**
 * Credentials in PNG pictures: an uncompressed iTXt chunk with the keyword {@code
 * openbadgecredential} (Open Badges 3.0) or {@code openbadges} (2.0).
 */
public final class PngBadge {

  private PngBadge() {}

  /**
   * Bakes a credential into a picture of at most 64 MB. A credential that is already there, of
   * whichever standard, is replaced: a picture that carries two would mean something else to every
   * reader.
   *
   * @param image a PNG
   * @param credential a JSON object or a compact JWS
   * @param kind the standard that the credential is of; a CLR is refused
   * @return the picture, every other chunk byte for byte as it was; or why not
   */
  public static Baking bake(byte[] image, String credential, Kind kind) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(image.length + credential.length() + 64);
    try {
      List<Remark> remarks = bake(new ByteArrayInputStream(image), out, credential, kind);
      return new Baking.Baked(out.toByteArray(), remarks);
    } catch (DamagedImageException e) {
      return new Baking.Refused(e.why());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the credential out of a picture; of several the newest standard's first. */
  public static BakedBadge extract(byte[] image) {
    try {
      return extract(new ByteArrayInputStream(image));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes the credential out of a picture of any length, of which at most 64 MB are read and little
   * more than the credential is held.
   *
   * @param image a PNG; not closed
   * @throws IOException if the stream cannot be read
   */
  public static BakedBadge extract(InputStream image) throws IOException {
    PngExtraction extraction = new PngExtraction(new PngReader(image));
    return extraction.run();
  }

  private static List<Remark> bake(InputStream in, OutputStream out, String text, Kind kind)
      throws IOException, DamagedImageException {
    byte[] ours = PngText.chunk(kind, CredentialText.require(text, kind));
    List<Remark> remarks = new ArrayList<>();
    PngReader reader = new PngReader(in);
    reader.signature();
    out.write(PngReader.SIGNATURE);
    PngReader.Head head = reader.next();
    if (!head.type().equals("IHDR") || head.length() != 13) {
      throw new DamagedImageException("header", head.place(), "the first chunk is not a header");
    }
    boolean written = false;
    while (!head.type().equals("IEND")) {
      if (head.type().equals("IDAT") && !written) {
        // Before the pixels, so that a reader need not pass over them.
        out.write(ours);
        written = true;
      }
      if (!keep(reader, head, out)) {
        remarks.add(new Remark("replaced", head.place(), "a credential was there already"));
      }
      head = reader.next();
    }
    if (!written) {
      throw new DamagedImageException("no-pixels", head.place(), "the picture has no pixels");
    }
    requireIntact(reader.copy(head, out), head);
    if (reader.hasMore()) {
      remarks.add(new Remark("trailing", head.place(), "what stood after the end was left out"));
    }
    return remarks;
  }

  /** Copies a chunk unless it is a credential. */
  private static boolean keep(PngReader reader, PngReader.Head head, OutputStream out)
      throws IOException, DamagedImageException {
    if (!head.isText()) {
      requireIntact(reader.copy(head, out), head);
      return true;
    }
    PngReader.Chunk chunk = reader.read(head);
    requireIntact(chunk.intact(), head);
    Optional<Kind> other = PngText.kind(chunk);
    if (other.isPresent()) {
      return false;
    }
    PngReader.write(chunk, out);
    return true;
  }

  private static void requireIntact(boolean intact, PngReader.Head head)
      throws DamagedImageException {
    if (!intact) {
      throw new DamagedImageException("crc", head.place(), "the checksum of a chunk is wrong");
    }
  }
}
