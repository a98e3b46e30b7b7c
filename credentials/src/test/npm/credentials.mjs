// {jobs: [{does, ...}], documents: {url: document}} in; {done: [...]} out, one object for each job: what it came to, or
// {error}. Nothing is read from a network: a key, a controller or a list that is not among the documents is not found.
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as sd from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as eddsaJcs from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import {checkStatus} from '@digitalcredentials/vc-bitstring-status-list';
import {cryptosuite as ecdsaRdfc} from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import {cryptosuite as eddsaRdfc} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {answer, input, loader} from './vellum.mjs';

const {jobs, documents, contexts} = await input();
const documentLoader = loader({...contexts, ...documents});

const SUITES = {
  'eddsa-rdfc-2022': {sign: () => eddsaRdfc, verify: () => eddsaRdfc},
  'ecdsa-rdfc-2019': {sign: () => ecdsaRdfc, verify: () => ecdsaRdfc},
  'eddsa-jcs-2022': {sign: eddsaJcs.createSignCryptosuite, verify: eddsaJcs.createVerifyCryptosuite},
  'ecdsa-sd-2023': {sign: sd.createSignCryptosuite, verify: sd.createVerifyCryptosuite}
};

/** A new key of a controller, named as Vellum names its own: by the Multikey behind the controller. */
async function key({controller, curve}) {
  const pair = curve === 'Ed25519' ?
    await Ed25519Multikey.generate({controller}) :
    await EcdsaMultikey.generate({curve, controller, keyAgreement: false});
  const {publicKeyMultibase} = await pair.export({publicKey: true});
  pair.id = controller + '#' + publicKeyMultibase;
  return {pair, publicKeyMultibase};
}

const WORK = {
  async sign({credential, suite, controller, curve, created, mandatoryPointers}) {
    const {pair, publicKeyMultibase} = await key({controller, curve});
    const cryptosuite = SUITES[suite].sign({mandatoryPointers});
    const signed = await vc.issue({
      credential,
      suite: new DataIntegrityProof({signer: pair.signer(), cryptosuite, date: created}),
      documentLoader
    });
    return {signed, publicKeyMultibase};
  },
  async derive({credential, selectivePointers}) {
    const suite = new DataIntegrityProof({cryptosuite: sd.createDiscloseCryptosuite({selectivePointers})});
    return {derived: await vc.derive({verifiableCredential: credential, suite, documentLoader})};
  },
  async verify({credential, suite, now}) {
    const suites = new DataIntegrityProof({cryptosuite: SUITES[suite].verify()});
    // The list is signed by another suite than the credential may be.
    const lists = new DataIntegrityProof({cryptosuite: eddsaRdfc});
    const status = ({credential}) => checkStatus({
      credential,
      documentLoader,
      suite: lists,
      verifyBitstringStatusListCredential: true,
      verifyMatchingIssuers: false
    });
    const result = await vc.verifyCredential({
      credential,
      suite: suites,
      documentLoader,
      now,
      checkStatus: credential.credentialStatus ? status : undefined
    });
    return {verified: result.verified, why: result.verified ? '' : why(result)};
  }
};

function why(result) {
  const error = result.error ?? result.statusResult?.error;
  return [error, ...(error?.errors ?? [])].map(each => String(each?.message)).join('; ');
}

const done = [];
for (const job of jobs) {
  try {
    done.push(await WORK[job.does](job));
  } catch (e) {
    done.push({error: String(e.message)});
  }
}
answer({done});
