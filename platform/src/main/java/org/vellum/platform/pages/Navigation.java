package org.vellum.platform.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.vellum.platform.usecase.Component;

/** The links at the head of every page. Each service adds its own when it starts. */
@Component
public class Navigation {
  private final Set<Link> links = new CopyOnWriteArraySet<>();

  /**
   * A link at the head of the page.
   *
   * @param place where it stands among the others: smaller is further left
   * @param path absolute path on this server
   * @param label what it says
   * @param roles who sees it, any of these; nobody needs a role where it is empty
   */
  public record Link(int place, String path, String label, Set<String> roles) {

    /** Whether the page at an address lies under this link. */
    public boolean holds(String address) {
      return address.equals(path) || address.startsWith(path + "/");
    }
  }

  /** Adds a link; adding it again changes nothing. */
  public void add(Link link) {
    links.add(link);
  }

  /** The links for somebody with the given roles, in their order. */
  public List<Link> forRoles(Set<String> roles) {
    return links.stream()
        .filter(link -> link.roles().isEmpty() || link.roles().stream().anyMatch(roles::contains))
        .sorted(Comparator.comparingInt(Link::place).thenComparing(Link::path))
        .toList();
  }
}
