// {documents: [...]} in; {canonical: [text or {error}]} out: URDNA2015, which is RDFC-1.0 with SHA-256.
import jsonld from 'jsonld';
import {answer, input, loader} from './vellum.mjs';

const {documents, contexts} = await input();
const documentLoader = loader(contexts);
const canonical = [];
for (const document of documents) {
  try {
    canonical.push(await jsonld.canonize(document, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      documentLoader,
      safe: true
    }));
  } catch (e) {
    canonical.push({error: String(e.message)});
  }
}
answer({canonical});
