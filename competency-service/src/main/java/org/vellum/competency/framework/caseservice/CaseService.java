package org.vellum.competency.framework.caseservice;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.competency.framework.CaseObjects;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.framework.Served;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.caseservice.query.CaseDocuments;
import org.vellum.competency.framework.caseservice.query.DocumentQuery;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.imsx.ImsxException;
import org.vellum.platform.imsx.Paging;
import org.vellum.platform.usecase.Component;

/**
 * The operations of the CASE service, the same for all its versions. Each throws {@link
 * ImsxException} where there is nothing, or nothing that whoever asks may see.
 */
@Component
class CaseService {
  private final Frameworks frameworks;
  private final CaseDocuments documents;
  private final CaseObjects objects;
  private final PackageFiles packages;
  private final PlatformConfiguration platform;

  @Inject
  CaseService(
      Frameworks frameworks,
      CaseDocuments documents,
      CaseObjects objects,
      PackageFiles packages,
      PlatformConfiguration platform) {
    this.frameworks = frameworks;
    this.documents = documents;
    this.objects = objects;
    this.packages = packages;
    this.platform = platform;
  }

  /**
   * A page of the documents.
   *
   * @param parameters all that stand in the request, for the links to other pages
   */
  Answer documents(
      DocumentQuery query, Paging paging, Map<String, List<String>> parameters, Asked asked) {
    CaseDocuments.Documents page = documents.page(query, asked.audience(), paging);
    int total = page.total();
    String path = CasePaths.service(asked.form().version()) + "/CFDocuments";
    Map<String, String> headers =
        Map.of(
            "X-Total-Count",
            Integer.toString(total),
            "Link",
            paging.links(platform.address(path).toString(), parameters, total));
    return Answer.content(
        new CaseForms(asked.form()).documents(page.documents(), query.fields()),
        asked,
        asked.audience().seesDrafts(),
        headers);
  }

  Answer document(String identifier, Asked asked) {
    Framework framework = framework(identifier, asked);
    return Answer.one(framework, asked, () -> new CaseForms(asked.form()).document(framework));
  }

  /** A whole package; compressed, if the client takes it so, once for all who ask. */
  Answer wholePackage(String identifier, Asked asked) throws IOException {
    Framework framework = framework(identifier, asked);
    Map<String, String> headers = Answer.headers(framework.draft());
    Optional<String> known = Tag.of(framework, asked.form()).knownAs(asked.ifNoneMatch());
    if (known.isPresent()) {
      headers.put("ETag", new Tag(known.get()).strong(false));
      return new Answer(Optional.empty(), headers);
    }
    PackageFiles.Kept kept = kept(framework, asked);
    boolean compressed = asked.coding() == Coding.GZIP;
    headers.put("ETag", Tag.of(kept.framework(), asked.form()).strong(compressed));
    headers.put("Content-Length", Long.toString(kept.size()));
    if (compressed) {
      headers.put("Content-Encoding", "gzip");
    }
    return new Answer(Optional.of(out -> send(kept, asked, out)), headers);
  }

  /** A package that had to make room for others meanwhile is put together once more. */
  private void send(PackageFiles.Kept kept, Asked asked, OutputStream out) throws IOException {
    try {
      kept.sendTo(out);
    } catch (NoSuchFileException e) {
      kept(kept.framework(), asked).sendTo(out);
    }
  }

  private PackageFiles.Kept kept(Framework framework, Asked asked) throws IOException {
    return packages
        .find(framework, asked.form(), asked.coding(), asked.audience())
        .orElseThrow(CasePaths::unknown);
  }

  Answer item(String identifier, Asked asked) {
    Served item = servedItem(identifier, asked);
    return Answer.one(
        item.framework(),
        asked,
        () -> new CaseForms(asked.form()).withDocument(CaseClass.ITEM, item));
  }

  Answer itemAssociations(String identifier, Asked asked) {
    Served item = servedItem(identifier, asked);
    List<String> associations =
        objects.listAssociationsOf(CasePaths.identifier(identifier), asked.audience());
    return Answer.content(
        new CaseForms(asked.form()).associations(item, associations),
        asked,
        asked.audience().seesDrafts(),
        Map.of());
  }

  Answer association(String identifier, Asked asked) {
    Served association =
        objects
            .findAssociation(CasePaths.identifier(identifier), asked.audience())
            .orElseThrow(CasePaths::unknown);
    return Answer.one(
        association.framework(),
        asked,
        () -> new CaseForms(asked.form()).withDocument(CaseClass.ASSOCIATION, association));
  }

  /** A definition, or a rubric, by itself. */
  Answer definition(CaseClass type, String identifier, Asked asked) {
    Served found = found(type, identifier, asked).getFirst();
    return Answer.one(
        found.framework(), asked, () -> new CaseForms(asked.form()).definition(type, found));
  }

  /** A definition with its children. */
  Answer definitions(CaseClass type, String identifier, Asked asked) {
    List<Served> found = found(type, identifier, asked);
    return Answer.one(
        found.getFirst().framework(),
        asked,
        () -> new CaseForms(asked.form()).definitions(type, found));
  }

  /** The description of the service (CASE 1.1, REST binding, section 2.5). */
  Answer discovery(String file, Asked asked) {
    DiscoveryDocument description = new DiscoveryDocument(asked.form(), platform.baseUrl());
    if (!file.equals(description.fileName())) {
      throw CasePaths.unknown();
    }
    return Answer.content(description.json(), asked, false, Map.of());
  }

  private List<Served> found(CaseClass type, String identifier, Asked asked) {
    List<Served> found =
        objects.listDefinitions(type, CasePaths.identifier(identifier), asked.audience());
    if (found.isEmpty()) {
      throw CasePaths.unknown();
    }
    return found;
  }

  private Framework framework(String identifier, Asked asked) {
    return frameworks
        .find(CasePaths.identifier(identifier), asked.audience())
        .orElseThrow(CasePaths::unknown);
  }

  private Served servedItem(String identifier, Asked asked) {
    return objects
        .findItem(CasePaths.identifier(identifier), asked.audience())
        .orElseThrow(CasePaths::unknown);
  }
}
