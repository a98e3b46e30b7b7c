package org.vellum.credentials;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.vellum.credentials.clr.ClrRecords;
import org.vellum.credentials.clr1.Clr1Records;
import org.vellum.credentials.elmo.ElmoRecords;
import org.vellum.credentials.openbadges2.OpenBadges2Records;
import org.vellum.credentials.pdf.TranscriptPdf;
import org.vellum.credentials.pesc.PescRecords;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Loss;
import org.vellum.credentials.xml.XmlOutput;
import org.w3c.dom.Document;

/**
 * A format there and back: written, put into bytes, and read from these bytes alone. What comes
 * with it is what the writer said would be lost.
 *
 * <p>A further format is one more constant here.
 */
enum Shape {
  CLR_2 {
    @Override
    Converted<LearnerRecord> thereAndBack(LearnerRecord record) {
      Converted<ObjectNode> written = ClrRecords.write(record);
      return back(ClrRecords.read(sent(written.value())).value(), written.losses());
    }
  },
  OPEN_BADGES_3 {
    @Override
    Converted<LearnerRecord> thereAndBack(LearnerRecord record) {
      Converted<List<ObjectNode>> written = ClrRecords.badges(record, UnaryOperator.identity());
      List<LearnerRecord> badges =
          written.value().stream().map(each -> ClrRecords.read(sent(each)).value()).toList();
      return back(together(badges), written.losses());
    }
  },
  OPEN_BADGES_2 {
    @Override
    Converted<LearnerRecord> thereAndBack(LearnerRecord record) {
      Converted<List<ObjectNode>> written =
          OpenBadges2Records.write(record, "https://university.example/badge.png", null);
      List<ObjectNode> sent = written.value().stream().map(Shape::sent).toList();
      return back(OpenBadges2Records.read(sent).value(), written.losses());
    }
  },
  CLR_1 {
    @Override
    Converted<LearnerRecord> thereAndBack(LearnerRecord record) {
      Converted<ObjectNode> written = Clr1Records.write(record);
      return back(Clr1Records.read(sent(written.value())).value(), written.losses());
    }
  },
  ELMO {
    @Override
    Converted<LearnerRecord> thereAndBack(LearnerRecord record) {
      Converted<Document> written = ElmoRecords.write(record);
      byte[] bytes = XmlOutput.bytes(written.value());
      return back(ElmoRecords.read(bytes).value(), written.losses());
    }
  },
  PESC {
    @Override
    Converted<LearnerRecord> thereAndBack(LearnerRecord record) {
      Converted<Document> written = PescRecords.write(record);
      byte[] bytes = XmlOutput.bytes(written.value());
      return back(PescRecords.read(bytes).value(), written.losses());
    }
  },
  PDF {
    @Override
    Converted<LearnerRecord> thereAndBack(LearnerRecord record) {
      Converted<byte[]> written = TranscriptPdf.write(record, TranscriptPdf.Options.NONE);
      return back(TranscriptPdf.read(written.value()).value(), written.losses());
    }
  },
  PDF_OF_WHAT_WAS_SIGNED {
    @Override
    Converted<LearnerRecord> thereAndBack(LearnerRecord record) {
      Converted<ObjectNode> signed = ClrRecords.write(record);
      Converted<byte[]> written = TranscriptPdf.of(signed.value().toString(), null, false);
      List<Loss> losses = new ArrayList<>(signed.losses());
      losses.addAll(written.losses());
      return back(TranscriptPdf.read(written.value()).value(), losses);
    }
  };

  abstract Converted<LearnerRecord> thereAndBack(LearnerRecord record);

  private static Converted<LearnerRecord> back(LearnerRecord read, List<Loss> losses) {
    return new Converted<>(read, losses);
  }

  private static ObjectNode sent(ObjectNode written) {
    return StandardsFiles.parse(written.toString());
  }

  /** Badges are records of one attainment each. */
  private static LearnerRecord together(List<LearnerRecord> badges) {
    LearnerRecord first = badges.getFirst();
    List<Attainment> all = new ArrayList<>();
    badges.forEach(each -> all.addAll(each.attainments()));
    return new LearnerRecord(
        first.id(),
        first.name(),
        first.learner(),
        first.institution(),
        first.issued(),
        first.validUntil(),
        first.periods(),
        all,
        first.links(),
        first.averages());
  }
}
