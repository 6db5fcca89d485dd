// Prints what does not hold, the seconds of each story, and a closing line that counts checks: `./dev test` adds it up.

/** Words of a page that read like the closing line would be counted too. */
const quiet = (text) => String(text).replace(/(\d+) (passed|failed)/g, '$1-$2');

/** Without the colors of a terminal. */
// eslint-disable-next-line no-control-regex
const plain = (text) => String(text ?? '').replace(/\u001b\[[0-9;]*m/g, '');

export default class Checks {
  passed = 0;

  failed = 0;

  printsToStdio() {
    return true;
  }

  say(text) {
    process.stdout.write(`${quiet(text)}\n`);
  }

  fail(name, detail) {
    this.failed += 1;
    this.say(`FAILED ${name}${detail ? `\n  ${detail}` : ''}`);
  }

  onStdOut(chunk) {
    process.stdout.write(quiet(chunk));
  }

  onStdErr(chunk) {
    process.stderr.write(quiet(chunk));
  }

  onTestEnd(test, result) {
    const story = test.titlePath().slice(3).join(', ');
    const kept = result.attachments.filter((a) => a.name === 'checks').flatMap((a) => JSON.parse(a.body));
    const failing = kept.filter((c) => !c.ok);
    this.passed += kept.length - failing.length;
    for (const { name, detail } of failing) this.fail(`${story}: ${name}`, detail);
    // What ended a story before its end counts as one; a check that does not hold is among the errors too.
    const said = failing.map(({ name }) => `Error: ${name}\n`);
    const others = result.errors
      .map((e) => plain(e.stack ?? e.message ?? e.value))
      .filter((text) => !said.some((s) => text.startsWith(s)));
    if (others.length) this.fail(story, others.join('\n  '));
    if (result.status === 'skipped' || result.status === 'interrupted') this.fail(story, 'it did not run to its end');
    if (!kept.length && !others.length && result.status === 'passed') this.fail(story, 'it checks nothing');
    const trace = result.attachments.find((a) => a.name === 'trace');
    if (trace) this.say(`  npx playwright show-trace ${trace.path}`);
    this.say(`${story}: ${(result.duration / 1000).toFixed(1)} s`);
  }

  onError(error) {
    this.fail('the stories', plain(error.stack ?? error.message ?? error.value));
  }

  onEnd() {
    if (!this.passed && !this.failed) this.fail('the stories', 'there is none of this name');
    process.stdout.write(`${this.passed} passed, ${this.failed} failed\n`);
    return { status: this.failed ? 'failed' : 'passed' };
  }
}
