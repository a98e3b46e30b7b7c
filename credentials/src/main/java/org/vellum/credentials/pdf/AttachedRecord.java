package org.vellum.credentials.pdf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.vellum.credentials.jose.JwtCredential;
import org.vellum.credentials.jose.JwtRead;
import org.vellum.credentials.json.JsonRead;
import org.vellum.credentials.json.StrictJson;
import org.vellum.credentials.jsonld.Limits;
import org.vellum.credentials.verification.Finding;
import org.vellum.credentials.verification.Severity;

/**
 * A record that a PDF carries.
 *
 * @param name the name of the file in the PDF
 * @param bytes its content: JSON, or a compact JWS
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to a parser, never compared
public record AttachedRecord(String name, byte[] bytes) {
  /** The largest record that is taken out: 16 MiB. */
  private static final int LARGEST = 16 * 1024 * 1024;

  private static final int MOST_FILES = 1_000;
  private static final int DEEPEST = 20;

  /**
   * The record as a document; of a token, what it says.
   *
   * @throws IllegalArgumentException if it is neither JSON nor a token
   */
  public ObjectNode document() {
    StrictJson json = new StrictJson(LARGEST, Limits.DEFAULT.depth());
    if (json.read(bytes) instanceof JsonRead.Parsed parsed) {
      return parsed.object();
    }
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    if (JwtCredential.read(text) instanceof JwtRead.Decoded(var jwt)) {
      return jwt.credential();
    }
    throw new IllegalArgumentException("the record in the PDF is neither JSON nor a token");
  }

  /**
   * The record of a PDF that was opened: among the associated and embedded files the one that is
   * named as JSON or a token, and the first of them if there are several, which is a finding.
   */
  static Optional<AttachedRecord> find(PDDocument document, List<Finding> findings)
      throws IOException {
    Map<String, PDComplexFileSpecification> files = new LinkedHashMap<>();
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    if (catalog.getCOSObject().getDictionaryObject("AF") instanceof COSArray associated) {
      for (int i = 0; i < Math.min(associated.size(), MOST_FILES); i++) {
        COSBase each = associated.getObject(i);
        if (each instanceof COSDictionary dictionary) {
          add(files, new PDComplexFileSpecification(dictionary));
        }
      }
    }
    PDDocumentNameDictionary names = catalog.getNames();
    PDEmbeddedFilesNameTreeNode tree = names == null ? null : names.getEmbeddedFiles();
    if (tree != null) {
      walk(tree, files, 0);
    }
    List<Map.Entry<String, PDComplexFileSpecification>> candidates =
        files.entrySet().stream().filter(each -> isRecord(each.getKey())).toList();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    if (candidates.size() > 1) {
      findings.add(
          new Finding(
              Severity.WARNING,
              "several-records",
              "/attachments",
              "it carries several files that may be records; the first was taken",
              ""));
    }
    return read(candidates.getFirst().getKey(), candidates.getFirst().getValue(), findings);
  }

  private static void walk(
      PDNameTreeNode<PDComplexFileSpecification> node,
      Map<String, PDComplexFileSpecification> files,
      int depth)
      throws IOException {
    Map<String, PDComplexFileSpecification> here = node.getNames();
    if (here != null) {
      here.values().forEach(each -> add(files, each));
    }
    List<PDNameTreeNode<PDComplexFileSpecification>> kids = node.getKids();
    if (kids != null && depth < DEEPEST && files.size() < MOST_FILES) {
      for (PDNameTreeNode<PDComplexFileSpecification> each : kids) {
        walk(each, files, depth + 1);
      }
    }
  }

  private static void add(
      Map<String, PDComplexFileSpecification> files, PDComplexFileSpecification file) {
    String name = file.getFileUnicode() == null ? file.getFile() : file.getFileUnicode();
    if (name != null && files.size() < MOST_FILES) {
      files.putIfAbsent(name, file);
    }
  }

  private static boolean isRecord(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".json") || lower.endsWith(".jsonld") || lower.endsWith(".jwt");
  }

  private static Optional<AttachedRecord> read(
      String name, PDComplexFileSpecification file, List<Finding> findings) throws IOException {
    PDEmbeddedFile embedded =
        file.getEmbeddedFileUnicode() == null
            ? file.getEmbeddedFile()
            : file.getEmbeddedFileUnicode();
    if (embedded == null) {
      findings.add(fault("no-content", "the record is named, and is not in the PDF"));
      return Optional.empty();
    }
    try (InputStream in = embedded.createInputStream()) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        findings.add(fault("too-large", "the record in it is larger than 16 MiB"));
        return Optional.empty();
      }
      return Optional.of(new AttachedRecord(name, bytes));
    }
  }

  private static Finding fault(String code, String message) {
    return new Finding(Severity.COULD_NOT_BE_CHECKED, code, "/attachments", message, "");
  }
}
