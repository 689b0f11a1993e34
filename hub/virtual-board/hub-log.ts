import type { LogLevel } from '../../protocol/device_pb.ts';
import type { Clock } from '../base/clock.ts';

/** Of one line, UTF-8. */
const LONGEST_BYTES = 200;
/** What waits for the hub while it is away: the newest lines. */
const MOST_WAITING = 8;
/** More is not sent: a log is read by people. */
const MOST_A_MINUTE = 20;
const MINUTE_MS = 60_000;

export interface LogLine {
	level: LogLevel;
	text: string;
}

/** The lines a board writes for the hub's log: few, short, and not lost where the hub is away for a while. */
export class HubLog {
	#clock: Clock;
	#waiting: LogLine[] = [];
	/** monotonic */
	#sent: number[] = [];

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** `send` takes a line, and says whether it could. */
	write(level: LogLevel, text: string, send: (line: LogLine) => boolean): void {
		this.#waiting = [...this.#waiting, { level, text: cut(text) }].slice(-MOST_WAITING);
		this.flush(send);
	}

	flush(send: (line: LogLine) => boolean): void {
		const now = this.#clock.mono();
		this.#sent = this.#sent.filter((at) => now - at < MINUTE_MS);
		while (this.#waiting.length > 0 && this.#sent.length < MOST_A_MINUTE) {
			if (!send(this.#waiting[0]!)) return;
			this.#waiting.shift();
			this.#sent.push(now);
		}
	}
}

/** At the end of a character, not in the middle of one. */
function cut(text: string): string {
	const bytes = Buffer.from(text);
	if (bytes.length <= LONGEST_BYTES) return text;
	let end = LONGEST_BYTES - Buffer.byteLength('…');
	while ((bytes[end]! & 0xc0) === 0x80) end--;
	return `${bytes.toString('utf8', 0, end)}…`;
}
