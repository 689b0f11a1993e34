import { COMMAND, type Command, type ImprovError, type ImprovMessage, commandPacket } from './improv.ts';

/** A board that has just been started does not hear the first times. */
const ASK_EVERY_MS = 1_000;
const ASKS = 8;
/** A board listens for some seconds, channel by channel. */
const SCAN_MS = 20_000;
/** A board gives itself less than that to get on a network. */
const JOIN_MS = 60_000;

/** Of what a board says of itself: firmware, its version, the chip, and then its name. */
const NAME_AT = 3;

export interface Network {
	ssid: string;
	/** dBm; undefined where the board does not say */
	rssi: number | undefined;
	secured: boolean;
}

/** Why a board is not on the network it was given. */
export type JoinProblem = 'not-joined' | 'no-answer' | 'not-taken';

/** `silent`: what is at the port does not speak Improv. */
export type WifiPhase = 'asking' | 'silent' | 'ready' | 'joining' | 'joined';

type Answer = { values: string[][] } | { error: ImprovError } | 'silent';

/** Gives a board at a USB port its Wi-Fi, by Improv: asks what it hears, hands it name and password, tells how it went. */
export class WifiOverUsb {
	phase: WifiPhase = $state('asking');
	/** what it calls itself: its code where it is one of ours; undefined where it does not say */
	board: string | undefined = $state();
	/** what the board hears, strongest first; undefined while it was not asked */
	networks: Network[] | undefined = $state.raw();
	scanning = $state(false);
	problem: JoinProblem | undefined = $state();
	/** the network it was given last */
	ssid: string | undefined = $state();
	#send: (bytes: Uint8Array) => Promise<void>;
	#asked: { command: Command; values: string[][]; settle: (answer: Answer) => void } | undefined;
	#over = false;

	constructor(send: (bytes: Uint8Array) => Promise<void>) {
		this.#send = send;
	}

	/** Whether the board speaks Improv, which one it is, and what it hears. */
	async begin(): Promise<void> {
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

	/** `password`: empty for an open network. It is sent and not kept. */
	async join(ssid: string, password: string): Promise<void> {
		this.phase = 'joining';
		this.problem = undefined;
		this.ssid = ssid;
		const answer = await this.#ask(COMMAND.join, JOIN_MS, [ssid, password]);
		if (answer !== 'silent' && 'values' in answer) return void (this.phase = 'joined');
		this.phase = 'ready';
		this.problem = answer === 'silent' ? 'no-answer' : answer.error === 'not-joined' ? 'not-joined' : 'not-taken';
	}

	heard(message: ImprovMessage): void {
		const asked = this.#asked;
		if (!asked) return;
		if (message.kind === 'state' && asked.command === COMMAND.state) asked.settle({ values: [] });
		if (message.kind === 'error' && message.error !== null) asked.settle({ error: message.error });
		if (message.kind !== 'result' || message.command !== asked.command) return;
		// Networks come one by one, and an empty answer behind them.
		const more = asked.command === COMMAND.scan && message.values.length > 0;
		asked.values.push(message.values);
		if (!more) asked.settle({ values: asked.values });
	}

	/** The port is gone: nobody will answer any more. */
	end(): void {
		this.#over = true;
		this.#asked?.settle('silent');
	}

	/** A board does one thing at a time: what is asked anew takes the place of what was asked before. */
	async #ask(command: Command, ms: number, values?: string[]): Promise<Answer> {
		if (this.#over) return 'silent';
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

/** A house with several access points has the same name several times. */
function strongest(heard: Network[]): Network[] {
	const sorted = [...heard].sort((a, b) => (b.rssi ?? -Infinity) - (a.rssi ?? -Infinity));
	return sorted.filter(({ ssid }, index) => sorted.findIndex((one) => one.ssid === ssid) === index);
}
