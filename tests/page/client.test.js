// The client against ports made here: every promise settles, and a lost instance is replaced.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from '../../www/client.js';

/** Ports that do what the test says; `opened` holds all of them. */
function made(answer = () => undefined) {
  const opened = [];
  const open = async () => {
    const port = { asked: [], closed: false, post(question) { port.asked.push(question); answer(question, port); }, close() { port.closed = true; }, onanswer() {}, onlost() {} };
    opened.push(port);
    return port;
  };
  return { open, opened };
}
const code = (promise) => promise.then(() => 'resolved', (error) => error.code);
const tick = () => new Promise((done) => setTimeout(done));
const echo = ({ id, args }, port) => setTimeout(() => port.onanswer({ id, value: args[0] }));

test('an answer belongs to its question', async () => {
  const { open, opened } = made(echo);
  const client = new Client(open);
  assert.equal(await client.check('a'), 'a');
  assert.equal(await client.check('b'), 'b');
  assert.equal(opened.length, 1, 'one instance for all');
});

test('a newer check makes the older ones stale, and only the newest is worked on', async () => {
  const { open, opened } = made();
  const client = new Client(open);
  const first = code(client.check('1'));
  await tick();
  const second = code(client.check('2'));
  const third = client.check('3');
  assert.equal(await first, 'stale');
  assert.equal(await second, 'stale');
  const [port] = opened;
  assert.deepEqual(port.asked.map(({ args }) => args[0]), ['1']);
  port.onanswer({ id: port.asked[0].id, value: 'late' });
  await tick();
  assert.deepEqual(port.asked.map(({ args }) => args[0]), ['1', '3'], 'the second was never sent');
  port.onanswer({ id: port.asked[1].id, value: 'three' });
  assert.equal(await third, 'three');
});

test('options go to an instance once, and again when they are others, or the instance is', async () => {
  const { open, opened } = made((question, port) => (question.args[0] === 'trap' ? port.onanswer({ id: question.id, trap: 'unreachable' }) : echo(question, port)));
  const client = new Client(open);
  const [one, other] = [{ year: 2024 }, { year: 2023 }];
  for (const [text, options] of [['a', one], ['b', one], ['c', other], ['d', other], ['e', one]]) await client.check(text, options);
  assert.deepEqual(opened[0].asked.map(({ args }) => args), [['a', one], ['b'], ['c', other], ['d'], ['e', one]]);
  assert.equal(await code(client.check('trap', one)), 'internal');
  await client.check('f', one);
  await client.ask('rules', 'en');
  assert.deepEqual(opened[1].asked.map(({ args }) => args), [['f', one], ['en']]);
});

test('an answer with an unknown number is nobody\'s', async () => {
  const { open, opened } = made();
  const client = new Client(open);
  const asked = client.check('a');
  await tick();
  opened[0].onanswer({ id: 999, value: 'wrong' });
  opened[0].onanswer({ id: opened[0].asked[0].id, value: 'right' });
  assert.equal(await asked, 'right');
});

test('a fault of the input leaves the instance alone', async () => {
  const { open, opened } = made(({ id }, port) => port.onanswer({ id, fault: { code: 'too-large', message: 'm', path: 'p' } }));
  const client = new Client(open);
  await assert.rejects(client.check('a'), { code: 'too-large', message: 'm', path: 'p' });
  await assert.rejects(client.check('a'), { code: 'too-large' });
  assert.equal(opened.length, 1);
  assert.equal(opened[0].closed, false);
});

test('a trap: "internal", the instance is thrown away, the next check has a fresh one', async () => {
  let bad = true;
  const { open, opened } = made((question, port) => (bad ? port.onanswer({ id: question.id, trap: 'unreachable' }) : echo(question, port)));
  const client = new Client(open);
  assert.equal(await code(client.check('a')), 'internal');
  await tick();
  assert.equal(opened[0].closed, true);
  bad = false;
  assert.equal(await client.check('b'), 'b');
  assert.equal(opened.length, 2);
});

test('the worker dies: "internal", and the check that waited goes to a fresh one', async () => {
  const { open, opened } = made();
  const client = new Client(open);
  const first = code(client.ask('rules'));
  await tick();
  const second = client.check('b');
  opened[0].onlost('gone');
  assert.equal(await first, 'internal');
  await tick();
  opened[1].onanswer({ id: opened[1].asked[0].id, value: 'b' });
  assert.equal(await second, 'b');
});

test('too slow: "timeout", and a late answer changes nothing', async () => {
  const { open, opened } = made();
  const client = new Client(open, { limit: 20 });
  assert.equal(await code(client.check('a')), 'timeout');
  await tick();
  assert.equal(opened[0].closed, true);
  const next = client.check('b');
  await tick();
  opened[0].onanswer({ id: 1, value: 'late' });
  opened[1].onanswer({ id: 2, value: 'b' });
  assert.equal(await next, 'b');
});

test('nothing to run: "load", and the next question tries again', async () => {
  let broken = true;
  const { open } = made(echo);
  const client = new Client(() => (broken ? Promise.reject(new Error('404')) : open()));
  assert.equal(await code(client.check('a')), 'load');
  broken = false;
  assert.equal(await client.check('b'), 'b');
});

test('closed: who waits hears "stale", the instance goes, and a later question has a new one', async () => {
  const { open, opened } = made();
  const client = new Client(open);
  const asked = [code(client.check('a')), code(client.ask('rules'))];
  await tick();
  client.close();
  assert.deepEqual(await Promise.all(asked), ['stale', 'stale']);
  assert.deepEqual(opened.map(({ closed }) => closed), [true], 'and no new one is opened for nobody');
  const later = client.check('b');
  await tick();
  opened[1].onanswer({ id: opened[1].asked[0].id, value: 'b' });
  assert.equal(await later, 'b');
});

test('dropped: the one at work and those who wait hear why, and a fresh instance is ready', async () => {
  const { open, opened } = made();
  const client = new Client(open);
  const asked = [code(client.check('a')), code(client.ask('rules'))];
  await tick();
  client.drop('cancelled');
  assert.deepEqual(await Promise.all(asked), ['cancelled', 'cancelled']);
  assert.deepEqual(opened.map(({ closed }) => closed), [true, false]);
});
