package org.vellum.competency.framework.editing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.DraftRows;
import org.vellum.competency.framework.DraftRows.Stored;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.FrameworkFixture;
import org.vellum.competency.framework.ImportFramework;
import org.vellum.competency.framework.Packages;
import org.vellum.competency.framework.WholePackages;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.testsupport.TestDatabase;

/** The editing as the container would put it together, over a test's database. */
final class EditingFixture {
  static final UUID DRAFT = UUID.fromString(Packages.DOCUMENT);

  final FrameworkFixture framework;
  final DraftRows rows;
  final Branches branches;
  final Changes changes;
  final Nodes nodes;
  final Comments comments;
  final DraftEdits edits;
  final DraftPages pages;
  final FormReading reading;
  final WholePackages whole;
  final ReviewDraft reviewDraft;
  private final EditDraft editDraft;
  private final UndoChange undoChange;
  private final TestDatabase database;

  EditingFixture(TestDatabase database) {
    this.database = database;
    this.framework = new FrameworkFixture(database);
    this.rows = new DraftRows(framework.jdbi);
    this.branches = new Branches(framework.jdbi);
    this.changes = new Changes(framework.jdbi);
    this.nodes = new Nodes(framework.jdbi);
    this.comments = new Comments(framework.jdbi);
    this.whole = new WholePackages(framework.jdbi);
    this.reading = new FormReading(nodes);
    this.edits = new DraftEdits(rows, branches, framework.ids, FrameworkFixture.PLATFORM);
    this.pages = new DraftPages(nodes, branches, new DraftLinks(framework.jdbi), changes, comments);
    this.reviewDraft =
        new ReviewDraft(comments, framework.audit, FrameworkFixture.CLOCK, framework.ids);
    this.editDraft =
        new EditDraft(
            framework.frameworks,
            framework.packages,
            rows,
            branches,
            changes,
            FrameworkFixture.CLOCK,
            framework.ids,
            FrameworkFixture.PLATFORM);
    this.undoChange =
        new UndoChange(
            framework.frameworks, framework.packages, rows, changes, FrameworkFixture.CLOCK);
  }

  /** A draft with so many items, ten below each. */
  void draftOf(int items) throws Exception {
    ObjectNode package_ = Packages.ofItems(items);
    Packages.document(package_).put("adoptionStatus", "Draft");
    imported(package_);
  }

  void imported(ObjectNode casePackage) throws Exception {
    assertThat(framework.importing(casePackage.toString()))
        .isInstanceOf(ImportFramework.Result.Imported.class);
  }

  Framework draft() {
    return framework.frameworks.find(DRAFT, Audience.REGISTRARS).orElseThrow();
  }

  EditDraft.Result edit(Edit edit) throws Exception {
    return edit(DRAFT, edit);
  }

  EditDraft.Result edit(UUID draft, Edit edit) throws Exception {
    return database.inTransaction(() -> editDraft.edit(draft, edit, "rita"));
  }

  /** Makes a change that must succeed. */
  void done(Edit edit) throws Exception {
    assertThat(edit(edit)).isInstanceOf(EditDraft.Result.Changed.class);
  }

  UndoChange.Result undo() throws Exception {
    UUID last = changes.findLast(DRAFT).orElseThrow().id();
    return undo(last);
  }

  UndoChange.Result undo(UUID change) throws Exception {
    return database.inTransaction(() -> undoChange.undo(DRAFT, change, "rita"));
  }

  Stored stored(CaseClass type, UUID identifier) {
    return rows.find(DRAFT, type, identifier).orElseThrow();
  }

  /** What is stored of the item with this number, as it would be served. */
  ObjectNode item(int number) {
    return StoredObjects.sent(stored(CaseClass.ITEM, UUID.fromString(Packages.item(number))));
  }

  /** The change that saves a form of an item. */
  Edit saving(int item, Map<String, String> form) {
    return saving(CaseClass.ITEM, UUID.fromString(Packages.item(item)), form);
  }

  Edit saving(CaseClass type, UUID identifier, Map<String, String> form) {
    Stored stored = stored(type, identifier);
    Map<String, String[]> values = new HashMap<>();
    form.forEach((name, text) -> values.put(name, new String[] {text}));
    Form.Read read = reading.read(draft(), type, StoredObjects.base(stored), values);
    assertThat(read.findings()).isEmpty();
    return edits.save(type, identifier, stored.fingerprint(), read.object());
  }

  /** The whole draft as it stands. */
  ObjectNode content() {
    return whole.find(DRAFT, Audience.REGISTRARS).orElseThrow();
  }

  Node node(int item) {
    return nodes.findIn(DRAFT, Packages.item(item)).orElseThrow();
  }

  /** The children of an item, or of the document, by their numbers. */
  List<String> below(String parent) {
    return branches.list(DRAFT).stream()
        .filter(edge -> edge.parent().equals(parent))
        .map(Branches.Edge::child)
        .toList();
  }
}
