package org.vellum.competency.roster;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vellum.platform.configuration.Configurations;
import org.vellum.platform.usecase.Component;

@Component
class RosterConfigurations {

  @Produces
  @Singleton
  RosterConfiguration configuration() {
    return Configurations.read(RosterConfiguration.class, ConfigProvider.getConfig());
  }
}
