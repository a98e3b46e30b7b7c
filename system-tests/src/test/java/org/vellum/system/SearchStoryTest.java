package org.vellum.system;

import org.junit.jupiter.api.extension.RegisterExtension;

/** The story of search with the index in the database. */
class SearchStoryTest extends SearchStory {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  @Override
  protected RunningVellum vellum() {
    return VELLUM;
  }
}
