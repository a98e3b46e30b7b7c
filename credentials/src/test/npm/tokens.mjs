// {jobs: [{does, ...}]} in; {done: [...]} out: tokens signed and verified by jose.
import {CompactSign, compactVerify, exportJWK, generateKeyPair, importJWK} from 'jose';
import {answer, input} from './vellum.mjs';

const {jobs} = await input();

const WORK = {
  async sign({alg, header, payload, embed}) {
    const {publicKey, privateKey} = await generateKeyPair(alg, {extractable: true, modulusLength: 2048});
    const jwk = await exportJWK(publicKey);
    const token = await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({...header, alg, ...(embed ? {jwk} : {})})
      .sign(privateKey);
    return {token, jwk};
  },
  async verify({token, jwk, alg}) {
    const {payload, protectedHeader} = await compactVerify(token, await importJWK(jwk, alg), {algorithms: [alg]});
    return {verified: true, header: protectedHeader, payload: JSON.parse(new TextDecoder().decode(payload))};
  }
};

const done = [];
for (const job of jobs) {
  try {
    done.push(await WORK[job.does](job));
  } catch (e) {
    done.push({verified: false, error: String(e.message)});
  }
}
answer({done});
