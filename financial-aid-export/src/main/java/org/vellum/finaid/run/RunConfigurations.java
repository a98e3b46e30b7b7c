package org.vellum.finaid.run;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vellum.platform.configuration.Configurations;
import org.vellum.platform.usecase.Component;

@Component
class RunConfigurations {

  @Produces
  @Singleton
  RunConfiguration configuration() {
    return Configurations.read(RunConfiguration.class, ConfigProvider.getConfig());
  }
}
