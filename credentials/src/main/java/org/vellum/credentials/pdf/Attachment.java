package org.vellum.credentials.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * The record in a PDF, as a file associated with the document (ISO 32000-2, section 14.13; ISO
 * 19005-3, annex E).
 */
final class Attachment {
  private Attachment() {}

  static void add(PDDocument document, String record, Instant made) throws IOException {
    boolean token = !record.stripLeading().startsWith("{");
    String name = token ? "clr.jwt" : "clr.json";
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    PDEmbeddedFile file =
        new PDEmbeddedFile(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
    // Verifiable Credentials Data Model 2.0, section 6.2; VC-JOSE-COSE, section 6.1.
    file.setSubtype(token ? "application/vc+jwt" : "application/vc");
    file.setSize(bytes.length);
    file.setCreationDate(TranscriptPdf.calendar(made));
    file.setModDate(TranscriptPdf.calendar(made));
    PDComplexFileSpecification named = new PDComplexFileSpecification();
    named.setFile(name);
    named.setFileUnicode(name);
    named.setFileDescription("The learner record (CLR 2.0) from which this page was made");
    named.setEmbeddedFile(file);
    named.setEmbeddedFileUnicode(file);
    named.getCOSObject().setItem("AFRelationship", COSName.getPDFName("Source"));
    PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
    files.setNames(Map.of(name, named));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(files);
    document.getDocumentCatalog().setNames(names);
    COSArray associated = new COSArray();
    associated.add(named);
    document.getDocumentCatalog().getCOSObject().setItem("AF", associated);
  }
}
