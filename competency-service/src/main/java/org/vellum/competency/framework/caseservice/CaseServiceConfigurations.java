package org.vellum.competency.framework.caseservice;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.vellum.platform.configuration.Configurations;
import org.vellum.platform.usecase.Component;

@Component
class CaseServiceConfigurations {

  @Produces
  @Singleton
  CaseServiceConfiguration configuration() {
    return Configurations.read(CaseServiceConfiguration.class, ConfigProvider.getConfig());
  }
}
