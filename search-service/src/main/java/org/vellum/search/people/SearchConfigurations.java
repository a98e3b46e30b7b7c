package org.vellum.search.people;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vellum.platform.configuration.Configurations;
import org.vellum.platform.usecase.Component;

@Component
class SearchConfigurations {

  @Produces
  @Singleton
  SearchConfiguration configuration() {
    return Configurations.read(SearchConfiguration.class, ConfigProvider.getConfig());
  }
}
