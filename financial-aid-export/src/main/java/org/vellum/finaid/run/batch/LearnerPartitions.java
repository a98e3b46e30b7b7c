package org.vellum.finaid.run.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Properties;
import java.util.UUID;
import org.vellum.finaid.run.RunConfiguration;
import org.vellum.finaid.run.RunSteps;

/**
 * Parts of about as many learners each, and before them one for the programs. More parts than are
 * written at once, so that the last does not keep all others waiting.
 */
@Dependent
@Named("aidLearners")
public class LearnerPartitions implements PartitionMapper {
  private static final int FEWEST = 250;
  private static final int ROUNDS = 4;

  private final RunSteps steps;
  private final RunConfiguration configuration;

  @Inject
  @BatchProperty
  @SuppressWarnings("NullAway.Init")
  private String run;

  @Inject
  public LearnerPartitions(RunSteps steps, RunConfiguration configuration) {
    this.steps = steps;
    this.configuration = configuration;
  }

  @Override
  public PartitionPlan mapPartitions() throws Exception {
    long learners = steps.learners(UUID.fromString(run));
    long enough = (learners + FEWEST - 1) / FEWEST;
    int parts = (int) Math.clamp(enough, 1, (long) configuration.partitions() * ROUNDS);
    Properties[] properties = new Properties[parts + 1];
    properties[0] = part(0, 0, 0);
    for (int i = 0; i < parts; i++) {
      long from = learners * i / parts;
      properties[i + 1] = part(i + 1, from, learners * (i + 1) / parts - from);
    }
    PartitionPlanImpl plan = new PartitionPlanImpl();
    plan.setPartitions(properties.length);
    // Where a server dies before the container has kept how many there are, it remembers none.
    // Once a part has begun they are kept, and each goes on at its checkpoint.
    plan.setPartitionsOverride(!steps.hasParts(UUID.fromString(run)));
    plan.setThreads(configuration.partitions());
    plan.setPartitionProperties(properties);
    return plan;
  }

  private static Properties part(int number, long from, long count) {
    Properties properties = new Properties();
    properties.setProperty("number", String.valueOf(number));
    properties.setProperty("from", String.valueOf(from));
    properties.setProperty("count", String.valueOf(count));
    return properties;
  }
}
