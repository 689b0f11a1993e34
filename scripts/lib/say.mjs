const LINE_EVERY_MS = 15_000;
const TICK_MS = 1_000;

/** One line for whoever started this. On stderr, so that stdout belongs to the program that is run. */
export function say(sentence) {
	process.stderr.write(`${sentence}\n`);
}

/** Ends the process with one sentence. */
export function giveUp(sentence) {
	say(sentence);
	process.exit(1);
}

/**
 * Shows that long work goes on: a line with running seconds on a terminal, a line every 15 s elsewhere. `what` is asked
 * at each tick, so that it can change with what is being done.
 * @param {() => string} what
 * @returns {() => void} ends it
 */
export function showProgress(what) {
	const began = Date.now();
	const seconds = () => Math.round((Date.now() - began) / 1_000);
	const terminal = process.stderr.isTTY;
	let said = '';
	function tick() {
		if (terminal) return void process.stderr.write(`\r\x1b[K${what()} ${seconds()} s`);
		const now = what();
		say(now === said ? `  still at it after ${seconds()} s` : now);
		said = now;
	}
	tick();
	let sinceLine = 0;
	const timer = setInterval(() => {
		sinceLine += TICK_MS;
		if (!terminal && what() === said && sinceLine < LINE_EVERY_MS) return;
		sinceLine = 0;
		tick();
	}, TICK_MS);
	return () => {
		clearInterval(timer);
		process.stderr.write(terminal ? `\r\x1b[K${what()} ${seconds()} s\n` : `  done after ${seconds()} s\n`);
	};
}
