// {credential, contexts, warmUps, rounds} in; {micros, proofs} out: processor time of this process
// for issuing the credential once, by @digitalbazaar/vc with eddsa-rdfc-2022.
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as vc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';

const chunks = [];
for await (const chunk of process.stdin) {
  chunks.push(chunk);
}
const {credential, contexts, warmUps, rounds} = JSON.parse(Buffer.concat(chunks).toString('utf8'));

const documentLoader = async url => {
  if (contexts[url] === undefined) {
    throw new Error('not known here: ' + url);
  }
  return {contextUrl: null, documentUrl: url, document: contexts[url]};
};

const controller = 'did:web:university.example';
const key = await Ed25519Multikey.generate({controller});
key.id = controller + '#' + key.publicKeyMultibase;

async function issue() {
  const suite = new DataIntegrityProof({signer: key.signer(), cryptosuite});
  return vc.issue({credential: structuredClone(credential), suite, documentLoader});
}

let proofs = 0;
for (let i = 0; i < warmUps; i++) {
  await issue();
}
const before = process.cpuUsage();
for (let i = 0; i < rounds; i++) {
  const signed = await issue();
  proofs += signed.proof === undefined ? 0 : 1;
}
const used = process.cpuUsage(before);
process.stdout.write(JSON.stringify({micros: (used.user + used.system) / rounds, proofs}));
