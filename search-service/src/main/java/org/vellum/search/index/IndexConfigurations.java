package org.vellum.search.index;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vellum.platform.configuration.Configurations;
import org.vellum.platform.usecase.Component;

@Component
class IndexConfigurations {

  @Produces
  @Singleton
  IndexConfiguration configuration() {
    return Configurations.read(IndexConfiguration.class, ConfigProvider.getConfig());
  }
}
