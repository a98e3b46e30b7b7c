package org.vellum.search;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;
import org.vellum.platform.web.PlatformProviders;
import org.vellum.search.alert.FeedsResource;
import org.vellum.search.alert.LettersResource;
import org.vellum.search.alert.SavedSearchesApiResource;
import org.vellum.search.alert.SavedSearchesResource;
import org.vellum.search.occupation.OccupationsResource;
import org.vellum.search.operation.IndexResource;
import org.vellum.search.people.PeopleApiResource;
import org.vellum.search.people.PeopleResource;
import org.vellum.search.people.ProfilesResource;
import org.vellum.search.people.ShortlistsResource;
import org.vellum.search.profile.MyProfileResource;
import org.vellum.search.request.MyRequestsResource;

/** What the search service answers. */
@ApplicationPath("/")
public class SearchApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(PlatformProviders.classes());
    classes.add(FeedsResource.class);
    classes.add(IndexResource.class);
    classes.add(LettersResource.class);
    classes.add(MyProfileResource.class);
    classes.add(MyRequestsResource.class);
    classes.add(OccupationsResource.class);
    classes.add(PeopleApiResource.class);
    classes.add(PeopleResource.class);
    classes.add(ProfilesResource.class);
    classes.add(SavedSearchesApiResource.class);
    classes.add(SavedSearchesResource.class);
    classes.add(ShortlistsResource.class);
    return classes;
  }
}
