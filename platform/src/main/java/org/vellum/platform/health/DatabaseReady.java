package org.vellum.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.event.EventLag;

/** Ready when the database answers; says how many events are parked. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
  @Inject
  @SuppressWarnings("NullAway.Init")
  private Jdbi jdbi;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private EventLag lag;

  @Override
  public HealthCheckResponse call() {
    try {
      jdbi.useHandle(handle -> handle.execute("select 1"));
      return HealthCheckResponse.named("database").up().withData("parked", lag.parked()).build();
    } catch (RuntimeException e) {
      return HealthCheckResponse.named("database").down().build();
    }
  }
}
