package org.vellum.competency.evaluation.csv;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vellum.platform.configuration.Configurations;
import org.vellum.platform.usecase.Component;

@Component
class ResultFilesConfigurations {

  @Produces
  @Singleton
  ResultFilesConfiguration configuration() {
    return Configurations.read(ResultFilesConfiguration.class, ConfigProvider.getConfig());
  }
}
