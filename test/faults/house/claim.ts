import type { PendingView } from '../../../protocol/dashboard/pending.ts';
import type { BrowserSession, LiveView } from '../../harness/browser-session.ts';
import { pause } from '../world.ts';
import type { BoardOnLine } from './board-on-line.ts';
import type { Ledger } from './ledger.ts';
import { keyOf } from './read-house.ts';
import { HubAway, type Stop, type Writer } from './writer.ts';

const LOOK_MS = 5;
/** A board that is not claimed by then, while the hub runs, is lost. */
const CLAIMED_MS = 90_000;

/** What a claim needs of the house that it is made in. */
export interface ClaimHouse {
	readonly browser: BrowserSession;
	readonly ledger: Ledger;
	readonly writer: Writer;
	readonly view: LiveView;
	newBoard(name: string): Promise<BoardOnLine>;
}

export const PLAN = {
	board: 'd1-mini',
	relays: [
		{ id: 1, name: 'Pump', gpio: 5, activeLow: false },
		{ id: 2, name: 'Valve', gpio: 14, activeLow: false },
	],
	sensors: [],
	wifi: { ssid: 'home', password: 'long enough' },
};

/** A new device, from its plan to a claimed board. It goes on where it was when the hub is away in between. */
export class Claim {
	readonly name: string;
	board: BoardOnLine | undefined;
	#house: ClaimHouse;
	#pending: string | undefined;
	/** the hub was asked to make it, and may have */
	#wasAsked = false;

	constructor(house: ClaimHouse, name: string) {
		this.#house = house;
		this.name = name;
	}

	/** True when its board is claimed and online; false when it was told to stop, or the hub is away. */
	async goOn(stop: Stop): Promise<boolean> {
		try {
			this.#pending ??= await this.#make();
			if (this.#pending === undefined) return false; // refused
			this.board ??= await this.#flash(this.#pending);
		} catch (error) {
			if (error instanceof HubAway) return false;
			throw error;
		}
		return this.#isClaimed(this.board, stop);
	}

	async #make(): Promise<string | undefined> {
		const { name } = this;
		const key = keyOf.board(name);
		if (this.#wasAsked) return this.#find();
		this.#wasAsked = true;
		const body = { ...PLAN, name };
		const words = `the pending device ${name} was made`;
		const made = await this.#house.writer.write<PendingView>({
			key,
			value: 'pending',
			words,
			method: 'POST',
			path: '/pending',
			body,
		});
		if (!made) this.#wasAsked = false; // refused
		return made?.id;
	}

	/** Its answer was lost: it is there by now, or was made again. */
	async #find(): Promise<string> {
		const { pending } = await this.#ask(() => this.#house.browser.call<{ pending: PendingView[] }>('GET', '/pending'));
		const found = pending.find(({ name }) => name === this.name);
		if (!found) throw new Error(`there is no pending device ${this.name}`);
		return found.id;
	}

	async #flash(pending: string): Promise<BoardOnLine> {
		const file = await this.#ask(() => this.#house.browser.configFile(pending));
		const board = await this.#house.newBoard(this.name);
		board.board.start(file);
		return board;
	}

	async #isClaimed(board: BoardOnLine, stop: Stop): Promise<boolean> {
		const { view, ledger } = this.#house;
		const key = keyOf.board(this.name);
		const attempt = ledger.begin({ key, value: 'claimed', words: `the board ${this.name} was claimed` });
		const device = () => view.device(this.name);
		const end = performance.now() + CLAIMED_MS;
		// What the dashboard shows was told by the hub.
		while (!(view.following && device()?.presence.state === 'online')) {
			if (stop.now) {
				if (device()) attempt.acknowledged();
				else attempt.unanswered(() => Promise.resolve()); // its board tries again by itself
				return false;
			}
			if (performance.now() > end) throw new Error(`the board ${this.name} is lost: ${board.board.lines.join(' | ')}`);
			await pause(LOOK_MS);
		}
		attempt.acknowledged();
		board.id = device()!.id;
		return true;
	}

	async #ask<T>(what: () => Promise<T>): Promise<T> {
		try {
			return await what();
		} catch (error) {
			if (error instanceof TypeError) throw new HubAway(this.name, { cause: error });
			throw error;
		}
	}
}
