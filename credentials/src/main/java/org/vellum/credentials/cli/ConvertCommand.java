package org.vellum.credentials.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.clr.ClrRecords;
import org.vellum.credentials.clr1.Clr1Records;
import org.vellum.credentials.elmo.ElmoRecords;
import org.vellum.credentials.openbadges2.OpenBadges2Records;
import org.vellum.credentials.pdf.TranscriptPdf;
import org.vellum.credentials.pesc.PescRecords;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Loss;
import org.vellum.credentials.xml.XmlOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a record or badge in another format, and says what that format cannot carry.",
      "The outcome is not signed: a signature holds over one form only. In a PDF, a signed CLR 2.0",
      "stays as it is, and --seal signs the PDF around it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  convert --to elmo transcript.json > transcript.xml",
      "  convert --to pesc transcript.json > college-transcript.xml",
      "  convert --to clr2 --item 17 batch.xml > transcript.json",
      "  convert --to ob3 transcript.json > badges.json",
      "  convert --to pdf --page https://university.example/verify/1 --seal registrar.p12 \\",
      "      -o transcript.pdf signed.json",
      "  convert --to ob2 --image https://university.example/badge.png transcript.json"
    })
final class ConvertCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      description =
          "A CLR 2.0 or 1.0, an Open Badge 3.0 or 2.0, an ELMO or a PESC transcript, or a PDF with"
              + " a record in it; - for what is piped in.")
  private String file = "-";

  @Option(
      names = "--to",
      required = true,
      description =
          "clr2, clr1, ob3, ob2, elmo, pesc or pdf. Of ob3 and ob2 comes an array of badges.")
  private Target to = Target.CLR2;

  @Option(
      names = "--image",
      paramLabel = "URL",
      description = "The picture of the badges; Open Badges 2.0 demands one.")
  private @Nullable String image;

  @Option(
      names = "--item",
      paramLabel = "NUMBER",
      description = "Which transcript of a PESC batch, from 1; 'inspect' lists them.")
  private int item;

  @Option(
      names = "--page",
      paramLabel = "URL",
      description = "The page on which anybody can verify the record; printed in a PDF.")
  private @Nullable URI page;

  @Option(
      names = "--seal",
      paramLabel = "FILE",
      description = "Sign the PDF by the key and certificate in this PKCS #12 file (PAdES).")
  private @Nullable Path seal;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "When it is sealed, such as 2026-01-31T00:00:00Z; without it, now.")
  private @Nullable Instant at;

  @Mixin private Output output = new Output();

  ConvertCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The formats that can be written, as they are named on the command line. */
  enum Target {
    CLR2,
    CLR1,
    OB3,
    OB2,
    ELMO,
    PESC,
    PDF
  }

  @Override
  public Integer call() {
    byte[] bytes = Pictures.unwrapped(Files.read(file, terminal.in()), terminal.err());
    try {
      LearnerRecord record = told("reading", RecordFile.read(bytes, item));
      output.write(written(record, bytes), terminal);
      return ExitCode.OK;
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(
          ExitCode.INVALID, "Not converted: " + Plain.text(String.valueOf(e.getMessage())) + ".");
    }
  }

  private byte[] written(LearnerRecord record, byte[] source) {
    return switch (to) {
      case CLR2 -> Output.json(told("writing", ClrRecords.write(record)));
      case CLR1 -> Output.json(told("writing", Clr1Records.write(record)));
      case OB3 -> array(told("writing", ClrRecords.badges(record, UnaryOperator.identity())));
      case OB2 -> array(told("writing", OpenBadges2Records.write(record, picture(), null)));
      case ELMO -> XmlOutput.bytes(told("writing", ElmoRecords.write(record)));
      case PESC -> XmlOutput.bytes(told("writing", PescRecords.write(record)));
      case PDF -> pdf(record, RecordFile.signedClr(source));
    };
  }

  private byte[] pdf(LearnerRecord record, @Nullable String signed) {
    var options = new TranscriptPdf.Options(signed, page, seal != null);
    byte[] pdf = told("writing", TranscriptPdf.write(record, options));
    Instant instant = at == null ? terminal.clock().instant() : at;
    return seal == null ? pdf : PdfFiles.signed(pdf, seal, terminal.passphrase(), instant);
  }

  private String picture() {
    if (image == null) {
      throw new CommandFailed(ExitCode.USAGE, "Open Badges 2.0 demands a picture: --image URL.");
    }
    return image;
  }

  private <T> T told(String doing, Converted<T> converted) {
    for (Loss loss : converted.losses()) {
      terminal
          .err()
          .println(
              "Lost in "
                  + doing
                  + ", at "
                  + Plain.text(loss.place())
                  + ": "
                  + Plain.text(loss.what())
                  + " ("
                  + Plain.text(loss.why())
                  + ")");
    }
    return converted.value();
  }

  private static byte[] array(List<ObjectNode> nodes) {
    return Output.json(JsonNodeFactory.instance.arrayNode().addAll(nodes));
  }
}
