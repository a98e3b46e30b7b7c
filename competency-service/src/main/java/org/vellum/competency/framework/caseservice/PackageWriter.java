package org.vellum.competency.framework.caseservice;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.Optional;
import org.vellum.competency.framework.CaseObjects;
import org.vellum.competency.framework.CaseObjects.Taker;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CaseForm;
import org.vellum.platform.usecase.Component;

/** Writes a CFPackage to a stream, object by object, as they come from the database. */
@Component
class PackageWriter {
  private final CaseObjects objects;

  @Inject
  PackageWriter(CaseObjects objects) {
    this.objects = objects;
  }

  /** Writes the package in UTF-8 and leaves the stream open. */
  void write(Framework framework, CaseForm form, OutputStream out) throws IOException {
    CaseObjects.Extensions extensions =
        form.isStored()
            ? objects.getExtensions(framework)
            : new CaseObjects.Extensions(Optional.empty(), Optional.empty());
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 16);
    Members whole = new Members(writer, form);
    whole.value("CFDocument", form.of(CaseClass.DOCUMENT, framework.document()));
    whole.array(CaseClass.ITEM, taker -> objects.eachItem(framework, taker));
    whole.array(CaseClass.ASSOCIATION, taker -> objects.eachAssociation(framework, taker));
    whole.name("CFDefinitions");
    writeDefinitions(framework, extensions.ofDefinitions(), new Members(writer, form));
    whole.array(
        CaseClass.RUBRIC, taker -> objects.eachDefinition(framework, CaseClass.RUBRIC, taker));
    if (extensions.ofPackage().isPresent()) {
      whole.value("extensions", extensions.ofPackage().get());
    }
    whole.end();
    writer.flush();
  }

  private void writeDefinitions(
      Framework framework, Optional<String> extensions, Members definitions) throws IOException {
    for (CaseClass type :
        new CaseClass[] {
          CaseClass.CONCEPT,
          CaseClass.SUBJECT,
          CaseClass.LICENSE,
          CaseClass.ITEM_TYPE,
          CaseClass.ASSOCIATION_GROUPING
        }) {
      definitions.array(type, taker -> objects.eachDefinition(framework, type, taker));
    }
    if (extensions.isPresent()) {
      definitions.value("extensions", extensions.get());
    }
    definitions.end();
  }

  /** Gives the elements of an array to whoever takes them. */
  private interface Elements {
    void giveTo(Taker taker) throws IOException;
  }

  /** The members of an object that is being written. */
  private static final class Members {
    private final Writer writer;
    private final CaseForm form;
    private String before = "{";

    Members(Writer writer, CaseForm form) {
      this.writer = writer;
      this.form = form;
    }

    void name(String name) throws IOException {
      writer.write(before);
      writer.write("\"" + name + "\":");
      before = ",\n";
    }

    void value(String name, String json) throws IOException {
      name(name);
      writer.write(json);
    }

    void array(CaseClass type, Elements elements) throws IOException {
      name(type.collection());
      writer.write('[');
      String[] between = {"\n"};
      elements.giveTo(json -> {
        writer.write(between[0]);
        writer.write(form.of(type, json));
        between[0] = ",\n";
      });
      writer.write(']');
    }

    void end() throws IOException {
      writer.write("}");
    }
  }
}
