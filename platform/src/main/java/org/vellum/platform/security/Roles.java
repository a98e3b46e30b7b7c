package org.vellum.platform.security;

/** The roles of people, as the container knows them; the EAR maps groups to them. */
public final class Roles {
  public static final String LEARNER = "learner";
  public static final String REGISTRAR = "registrar";
  public static final String FACULTY = "faculty";
  public static final String EMPLOYER = "employer";
  public static final String AID_OFFICER = "aid-officer";
  public static final String ADMIN = "admin";

  private Roles() {}
}
