import { COMMAND, type Command, type ImprovError, type ImprovMessage, commandPacket } from './improv.ts';

/** A board that has just started misses the first requests, so they are repeated. */
const ASK_EVERY_MS = 1_000;
const ASKS = 8;
/** A scan takes some seconds, because the board listens channel by channel. */
const SCAN_MS = 20_000;
/** Longer than a board tries to join a network. */
const JOIN_MS = 60_000;

/** COMMAND.info answers firmware, version, chip and name. */
const NAME_AT = 3;

export interface Network {
	ssid: string;
	/** dBm; undefined if the board does not report it */
	rssi: number | undefined;
	secured: boolean;
}

/** Why a board did not join the network it got. */
export type JoinProblem = 'not-joined' | 'no-answer' | 'not-taken';

/** `silent`: nothing at the port answers Improv. */
export type WifiPhase = 'asking' | 'silent' | 'ready' | 'joining' | 'joined';

type Answer = { values: string[][] } | { error: ImprovError } | 'silent';

/** Gives a board at a USB port another Wi-Fi with Improv: lists networks, sends name and password, and reports the result. */
export class WifiOverUsb {
	phase: WifiPhase = $state('asking');
	/** the name the board reports, which is its code if it runs Mooring; undefined if it reports none */
	board: string | undefined = $state();
	/** networks in range, strongest first; undefined before the first scan */
	networks: Network[] | undefined = $state.raw();
	scanning = $state(false);
	problem: JoinProblem | undefined = $state();
	/** the network it got last */
	ssid: string | undefined = $state();
	#send: (bytes: Uint8Array) => Promise<void>;
	#asked: { command: Command; values: string[][]; settle: (answer: Answer) => void } | undefined;
	#ended = false;
	#beginning: Promise<void> | undefined;

	constructor(send: (bytes: Uint8Array) => Promise<void>) {
		this.#send = send;
	}

	/** Checks whether the board answers Improv, asks for its name, and scans for networks. One such round at a time. */
	begin(): Promise<void> {
		return (this.#beginning ??= this.#begin().finally(() => (this.#beginning = undefined)));
	}

	async #begin(): Promise<void> {
		this.phase = 'asking';
		this.problem = undefined;
		for (let tries = 0; tries < ASKS; tries++) {
			if ((await this.#ask(COMMAND.state, ASK_EVERY_MS)) === 'silent') continue;
			const info = await this.#ask(COMMAND.info, ASK_EVERY_MS);
			this.board = info !== 'silent' && 'values' in info ? info.values[0]?.[NAME_AT] : undefined;
			this.phase = 'ready';
			return this.scan();
		}
		this.phase = 'silent';
	}

	async scan(): Promise<void> {
		this.scanning = true;
		const answer = await this.#ask(COMMAND.scan, SCAN_MS);
		this.scanning = false;
		const heard = answer !== 'silent' && 'values' in answer ? answer.values.flatMap(networkOf) : [];
		this.networks = strongest(heard);
	}

	/** `password`: empty for an open network. It is not stored. */
	async join(ssid: string, password: string): Promise<void> {
		this.phase = 'joining';
		this.problem = undefined;
		this.ssid = ssid;
		const answer = await this.#ask(COMMAND.join, JOIN_MS, [ssid, password]);
		if (answer !== 'silent' && 'values' in answer) return void (this.phase = 'joined');
		this.phase = 'ready';
		this.problem = answer === 'silent' ? 'no-answer' : answer.error === 'not-joined' ? 'not-joined' : 'not-taken';
	}

	onMessage(message: ImprovMessage): void {
		const asked = this.#asked;
		if (!asked) return;
		if (message.kind === 'state' && asked.command === COMMAND.state) asked.settle({ values: [] });
		if (message.kind === 'error' && message.error !== null) asked.settle({ error: message.error });
		if (message.kind !== 'result' || message.command !== asked.command) return;
		// Networks arrive one by one, followed by an empty result.
		const more = asked.command === COMMAND.scan && message.values.length > 0;
		asked.values.push(message.values);
		if (!more) asked.settle({ values: asked.values });
	}

	/** The port is closed or lost: no answer will come. */
	end(): void {
		this.#ended = true;
		this.#asked?.settle('silent');
	}

	/** A board handles one command at a time, so a new command replaces the previous one. */
	async #ask(command: Command, ms: number, values?: string[]): Promise<Answer> {
		if (this.#ended) return 'silent';
		this.#asked?.settle('silent');
		const answered = new Promise<Answer>((resolve) => {
			const timer = setTimeout(() => asked.settle('silent'), ms);
			const asked = {
				command,
				values: [],
				settle: (answer: Answer) => {
					clearTimeout(timer);
					if (this.#asked === asked) this.#asked = undefined;
					resolve(answer);
				},
			};
			this.#asked = asked;
		});
		void this.#send(commandPacket(command, values));
		return answered;
	}
}

function networkOf([ssid, rssi, secured]: string[]): Network[] {
	const strength = Number(rssi);
	return ssid
		? [{ ssid, rssi: rssi && Number.isFinite(strength) ? strength : undefined, secured: secured !== 'NO' }]
		: [];
}

/** One entry for each name: a house with several access points has the same name several times. */
function strongest(heard: Network[]): Network[] {
	const sorted = [...heard].sort((a, b) => (b.rssi ?? -Infinity) - (a.rssi ?? -Infinity));
	return sorted.filter(({ ssid }, index) => sorted.findIndex((one) => one.ssid === ssid) === index);
}
