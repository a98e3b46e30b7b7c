package org.vellum.search.metrics;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.vellum.search.index.Answer;
import org.vellum.search.index.Asked;
import org.vellum.search.index.Candidate;
import org.vellum.search.index.SkillIndex;

/** An index whose answers are timed. */
public final class MeasuredIndex implements SkillIndex {
  private final SkillIndex index;
  private final String name;
  private final SearchMetrics metrics;

  /**
   * Times an index.
   *
   * @param name what it is called in the metrics: {@code database} or {@code cluster}
   */
  public MeasuredIndex(SkillIndex index, String name, SearchMetrics metrics) {
    this.index = index;
    this.name = name;
    this.metrics = metrics;
  }

  @Override
  public Answer search(Asked asked, Optional<Candidate> after, int limit) {
    return timed(() -> index.search(asked, after, limit));
  }

  @Override
  public List<UUID> within(Asked asked, int limit) {
    return timed(() -> index.within(asked, limit));
  }

  @Override
  public void takeOut() {
    index.takeOut();
  }

  private <T> T timed(Supplier<T> question) {
    long begin = System.nanoTime();
    boolean answered = false;
    try {
      T answer = question.get();
      answered = true;
      return answer;
    } finally {
      metrics.asked(name, answered, System.nanoTime() - begin);
    }
  }
}
