package org.vellum.finaid.run.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Properties;
import org.vellum.finaid.export.EntityTable;
import org.vellum.finaid.export.PackageAssembly;
import org.vellum.finaid.run.RunConfiguration;
import org.vellum.finaid.run.RunSteps;

/** A partition for each of the package's lists of records. */
@Dependent
@Named("aidLists")
public class ListPartitions implements PartitionMapper {
  private final RunConfiguration configuration;

  @Inject
  @BatchProperty
  @SuppressWarnings("NullAway.Init")
  private String step;

  @Inject
  public ListPartitions(RunConfiguration configuration) {
    this.configuration = configuration;
  }

  @Override
  public PartitionPlan mapPartitions() {
    // The list of errors is put together too, but has no schema.
    List<String> names =
        RunSteps.ListStep.valueOf(step) == RunSteps.ListStep.CHECK
            ? EntityTable.names()
            : PackageAssembly.names();
    PartitionPlanImpl plan = new PartitionPlanImpl();
    plan.setPartitions(names.size());
    // Where a server dies before the container has kept how many there are, it remembers none.
    // Lists that are done are not done again, so the plan may always be made anew.
    plan.setPartitionsOverride(true);
    plan.setThreads(configuration.partitions());
    plan.setPartitionProperties(
        names.stream().map(ListPartitions::properties).toArray(Properties[]::new));
    return plan;
  }

  private static Properties properties(String list) {
    Properties properties = new Properties();
    properties.setProperty("list", list);
    return properties;
  }
}
