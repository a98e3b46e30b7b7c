// {credentials: [...], documents: {url: document}} in; {done: [{signature, errors}]} out. This verifier brings its own
// loader, which goes to the web for what it does not know; here the web is what came with the input.
import {answer, input} from './vellum.mjs';

const {credentials, documents, contexts} = await input();
const web = {...contexts, ...documents};
globalThis.fetch = async request => {
  const url = typeof request === 'string' ? request : request.url ?? String(request);
  const document = web[url];
  return document === undefined ?
    new Response('not known here: ' + url, {status: 404}) :
    new Response(JSON.stringify(document), {status: 200, headers: {'content-type': 'application/json'}});
};
console.log = console.error;
const {verifyCredential} = await import('@digitalcredentials/verifier-core');

const done = [];
for (const credential of credentials) {
  const result = await verifyCredential({credential, knownDIDRegistries: []});
  const step = (result.log ?? []).find(entry => entry.id === 'valid_signature');
  done.push({
    signature: step?.valid === true,
    log: result.log ?? [],
    errors: (result.errors ?? []).map(error => error.name + ': ' + error.message)
  });
}
answer({done});
