package org.vellum.competency.framework;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.framework.FrameworkTree.Branch;
import org.vellum.platform.usecase.Component;

/** The items of a framework in the order of its tree, for pages that show something of each. */
@Component
public class FrameworkOutline {
  private final FrameworkContents contents;

  @Inject
  public FrameworkOutline(FrameworkContents contents) {
    this.contents = contents;
  }

  /**
   * An item in its place.
   *
   * @param identifier identifier of the CFItem (CASE 1.1)
   * @param code humanCodingScheme, where it has one
   * @param statement fullStatement
   * @param level how far below the document, from 1
   * @param parent the item above, if one is
   */
  public record Line(
      UUID identifier, Optional<String> code, String statement, int level, Optional<UUID> parent) {}

  /** All items, each once. */
  public List<Line> lines(UUID framework) {
    FrameworkTree tree =
        FrameworkTree.of(
            framework, contents.listItems(framework), contents.listChildren(framework));
    List<Line> lines = new ArrayList<>();
    tree.roots().forEach(branch -> add(branch, 1, Optional.empty(), lines));
    tree.beside().forEach(branch -> add(branch, 1, Optional.empty(), lines));
    return lines;
  }

  private static void add(Branch branch, int level, Optional<UUID> parent, List<Line> lines) {
    if (!branch.again()) {
      FrameworkContents.Item item = branch.item();
      lines.add(new Line(item.identifier(), item.code(), item.statement(), level, parent));
      branch
          .children()
          .forEach(child -> add(child, level + 1, Optional.of(item.identifier()), lines));
    }
  }
}
