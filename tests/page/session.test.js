// The session against a client made here: only the answer to the newest check is kept.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Session } from '../../www/session.js';

const tick = () => new Promise((done) => setTimeout(done, 5));

/** A session whose checks are answered by the test, in any order. */
function made(text) {
  const source = { text, composing: false };
  const asked = [];
  const check = (words, options) => new Promise((resolve, reject) => asked.push({ words, options, resolve, reject }));
  const session = new Session({ check }, source, () => {});
  return { source, asked, session };
}

test('an answer from before a change of options is dropped, though the text is the same', async () => {
  const { session, asked } = made('正文');
  session.check();
  await tick();
  session.options = { locale: 'en' };
  session.check();
  asked[0].resolve('old');
  await tick();
  assert.equal(session.state.report, null);
  assert.equal(session.state.busy, true);
  asked[1].resolve('new');
  await tick();
  assert.deepEqual([session.state.report, session.state.busy, session.state.phase], ['new', false, 'done']);
  asked[0].reject(Object.assign(new Error('late'), { code: 'timeout' }));
  await tick();
  assert.equal(session.state.phase, 'done');
});

test('a failure that is not of the newest check says nothing', async () => {
  const { session, asked } = made('正文');
  session.check();
  await tick();
  session.check();
  await tick();
  asked[0].reject(new Error('gone'));
  await tick();
  assert.equal(session.state.phase, 'waiting');
  asked[1].resolve('new');
  await tick();
  assert.equal(session.state.report, 'new');
});

test('a failed load stays said while there is no text, until the core has answered', async () => {
  const { session, source, asked } = made('');
  session.check();
  assert.equal(session.state.phase, 'loading');
  session.fail({ code: 'load' });
  session.check();
  assert.equal(session.state.phase, 'failed');
  source.text = '正文';
  session.check();
  await tick();
  asked[0].resolve('report');
  await tick();
  source.text = '';
  session.check();
  assert.equal(session.state.phase, 'empty');
});

test('checking again takes the failure down at once', () => {
  const { session } = made('正文');
  session.fail({ code: 'timeout' });
  session.again();
  assert.deepEqual([session.state.phase, session.state.error, session.state.busy], ['waiting', null, true]);
});
