import type { RelayIcon } from '../../../protocol/dashboard/plan.ts';
import type { DeviceConfig } from '../../../protocol/dashboard/plan.ts';
import { type BrowserSession, PASSWORD } from '../../harness/browser-session.ts';
import type { Dice } from '../dice.ts';
import type { Ledger, Value } from './ledger.ts';
import { type FoundThing, type HouseState, THINGS, type Thing, keyOf, planValue } from './read-house.ts';

/** The hub is away: nothing more can be asked. */
export class HubAway extends Error {}

/** Set by whoever wants the writers to end. */
export interface Stop {
	now: boolean;
}

interface Asked {
	key: string;
	value: Value;
	words: string;
	method: string;
	path: string;
	body?: unknown;
}

/** On a machine that is busy with something else, the database may take longer than a request may wait. */
export const BUSY = 503;
/** Things of each kind that one lane has at a time; a person has at most 20 API tokens. */
const MOST_THINGS = 3;
const ICONS: readonly RelayIcon[] = ['light', 'fan', 'pump', 'valve', 'heat'];
const HOUR_MS = 3_600_000;
const PATHS: Record<Thing, string> = {
	scene: '/scenes',
	'pending device': '/pending',
	'API token': '/account/tokens',
	invitation: '/invitations',
};
const RELAY = { id: 1, name: 'Pump', gpio: 0, activeLow: false };

/** Asks a hub for changes, one after the other, and keeps its answers in the ledger. */
export class Writer {
	readonly ledger: Ledger;
	/** further statuses with which the hub may refuse in words at the moment: then nothing was changed */
	refusals: readonly number[] = [];
	/** a refusal does not say that nothing was changed: the disk itself is gone */
	doubtsRefusals = false;
	/** the same of changes that were under way then, monotonic ms: SQLite cannot say whether they are in its log */
	doubtsBegunBefore = -Infinity;
	#browser: BrowserSession;

	constructor(browser: BrowserSession, ledger: Ledger) {
		this.#browser = browser;
		this.ledger = ledger;
	}

	/** The answer's body; undefined: refused. Throws HubAway where no answer came. */
	async write<T>(asked: Asked): Promise<T | undefined> {
		const { method, path, body, words } = asked;
		const attempt = this.ledger.begin(asked);
		const repeat = () => this.#browser.call(method, path, body);
		const begunAt = performance.now();
		let status: number;
		let text: string;
		try {
			const answer = await this.#browser.request(method, path, body);
			({ status } = answer);
			text = await answer.text();
		} catch (error) {
			attempt.unanswered(repeat);
			throw new HubAway(words, { cause: error });
		}
		if (status < 300) {
			attempt.acknowledged();
			return (text === '' ? {} : JSON.parse(text)) as T;
		}
		if (status !== BUSY && !this.refusals.includes(status))
			throw new Error(`${words}: answered with ${status} ${text}`);
		if (this.doubtsRefusals || begunAt < this.doubtsBegunBefore) attempt.unanswered(repeat);
		else attempt.refused();
		return undefined;
	}

	get browser(): BrowserSession {
		return this.#browser;
	}
}

/** One person who works on one device and on things of their own. Its names begin with its number. */
export class Lane {
	/** things that end after a day are left out, for a hub whose clock is set */
	lasting = false;
	#writer: Writer;
	#dice: Dice;
	#number: number;
	#device: string;
	#count = 0;
	#things: FoundThing[] = [];

	constructor(writer: Writer, dice: Dice, number: number, device: string) {
		this.#writer = writer;
		this.#dice = dice;
		this.#number = number;
		this.#device = device;
	}

	/** Writes until it is told to stop, or the hub is away. */
	async work(stop: Stop): Promise<void> {
		try {
			while (!stop.now) await this.#change();
		} catch (error) {
			if (!(error instanceof HubAway)) throw error;
		}
	}

	/** Takes over what there is after a fault: a thing may have been made, but its answer was lost. */
	adopt({ things }: HouseState): void {
		this.#things = things.filter(({ name }) => name.startsWith(`${this.#number}-`));
	}

	#change(): Promise<unknown> {
		const change = this.#dice.weighed<() => Promise<unknown>>([
			[3, () => () => this.#rename()],
			[1, () => () => this.#move()],
			[2, () => () => this.#configure()],
			[4, () => () => this.#make(this.#dice.one(this.lasting ? ['scene', 'API token'] : THINGS))],
			[3, () => () => this.#remove()],
			[1, () => () => (this.#number === 0 ? this.#set() : this.#rename())],
		]);
		return change();
	}

	#rename(): Promise<unknown> {
		const name = `Device ${this.#number} ${this.#count++}`;
		return this.#patch(keyOf.name(this.#device), name, { name });
	}

	#move(): Promise<unknown> {
		const room = `Room ${this.#count++}`;
		return this.#patch(keyOf.room(this.#device), room, { room });
	}

	#patch(key: string, value: string, body: unknown): Promise<unknown> {
		return this.#writer.write({
			key,
			value,
			words: `${key}: ${value}`,
			method: 'PATCH',
			path: `/devices/${this.#device}`,
			body,
		});
	}

	async #configure(): Promise<void> {
		const path = `/devices/${this.#device}/config`;
		const { plan, config } = await this.#writer.browser.call<DeviceConfig>('GET', path).catch((error: unknown) => {
			throw new HubAway(path, { cause: error });
		});
		const [relay] = plan.relays;
		Object.assign(relay!, { name: `Relay ${this.#count++}`, maxOnMs: HOUR_MS + this.#dice.between(0, 9) * 1_000 });
		const value = planValue(plan);
		const key = keyOf.plan(this.#device);
		await this.#writer.write({
			key,
			value,
			words: `${key}: ${value}`,
			method: 'PUT',
			path,
			body: { version: config.version, ...plan },
		});
	}

	async #make(thing: Thing): Promise<void> {
		if (this.#things.filter((one) => one.thing === thing).length >= MOST_THINGS) return;
		const name = `${this.#number}-${this.#count++}`;
		const key = keyOf.thing(thing, name);
		const icon = this.#dice.one(ICONS);
		const value = thing === 'scene' ? icon : 'there';
		const made = await this.#writer.write<{ id?: string; token?: { id: string }; invitation?: { id: string } }>({
			key,
			value,
			words: `${key} was made`,
			method: 'POST',
			path: PATHS[thing],
			body: this.#bodyOf(thing, name, icon),
		});
		const id = made?.id ?? made?.token?.id ?? made?.invitation?.id;
		if (id !== undefined) this.#things.push({ thing, name, id, value });
	}

	#bodyOf(thing: Thing, name: string, icon: RelayIcon): unknown {
		switch (thing) {
			case 'scene':
				return { name, icon, kind: 'scene', members: [{ device: this.#device, relay: 1, on: true }] };
			case 'pending device':
				return { name, board: 'virtual', relays: [RELAY], sensors: [] };
			case 'API token':
				return { name, scope: { kind: 'read' }, expiresAt: null, current: PASSWORD };
			case 'invitation':
				return { name, role: 'member', access: null, current: PASSWORD };
		}
	}

	async #remove(): Promise<void> {
		if (this.#things.length === 0) return void (await this.#rename());
		const [gone] = this.#things.splice(this.#dice.between(0, this.#things.length - 1), 1);
		const { thing, name, id } = gone!;
		const key = keyOf.thing(thing, name);
		const path = `${PATHS[thing]}/${id}`;
		const done = await this.#writer.write({
			key,
			value: undefined,
			words: `${key} was deleted`,
			method: 'DELETE',
			path,
		});
		if (!done) this.#things.push(gone!);
	}

	#set(): Promise<unknown> {
		const historyDays = this.#dice.between(30, 300);
		const body = { timeZone: 'UTC', place: null, historyDays, current: PASSWORD };
		const words = `${keyOf.settings}: ${historyDays}`;
		return this.#writer.write({
			key: keyOf.settings,
			value: String(historyDays),
			words,
			method: 'PUT',
			path: '/settings',
			body,
		});
	}
}
