package org.vellum.platform.fetch;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vellum.platform.configuration.Configurations;
import org.vellum.platform.usecase.Component;

@Component
class FetchConfigurations {

  @Produces
  @Singleton
  WebClient client() {
    return WebClient.ofTheInternetAnd(
        Configurations.read(FetchConfiguration.class, ConfigProvider.getConfig()).origins());
  }
}
