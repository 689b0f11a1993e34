import { ApiFailure, BrowserSession, type LiveView } from '../../harness/browser-session.ts';
import { HubProcess } from '../../harness/hub-process.ts';
import { type KindRun, LostWrites } from '../run/kind.ts';
import { pause, until } from '../world.ts';
import { BoardOnLine } from './board-on-line.ts';
import { LOG_TAIL, stopHub } from './check-hub.ts';
import { Claim } from './claim.ts';
import { Ledger } from './ledger.ts';
import { keyOf, planValue, readHouse } from './read-house.ts';
import { BUSY, Lane, type Stop, Writer } from './writer.ts';

/** A board waits longer after every try, up to 30 s; a busy machine adds to it. */
const COMES_BACK_MS = 90_000;
const TRY_AGAIN_MS = 20;
const ANSWERED_MS = 5_000;
/** A write takes about so long, from the request to its answer. */
const MOMENT_MS = 20;

export interface HouseOptions {
	/** each with a lane of its own that writes */
	boards: number;
	/** made before the hub starts; by default a hub in a temporary folder */
	hub?: HubProcess;
	/** things that end after a day are not written */
	lasting?: boolean;
	/** by default each board is behind a proxy */
	newBoard?: (name: string) => Promise<BoardOnLine>;
}

/** The built hub as a process, boards as processes, people who write, and the ledger of what the hub has acknowledged. */
export class FaultHouse {
	readonly hub: HubProcess;
	readonly browser: BrowserSession;
	readonly ledger = new Ledger();
	readonly writer: Writer;
	readonly boards: BoardOnLine[] = [];
	view!: LiveView;
	#run: KindRun;
	#lanes: Lane[] = [];
	#options: HouseOptions;

	private constructor(run: KindRun, hub: HubProcess, options: HouseOptions) {
		this.hub = hub;
		this.#run = run;
		this.#options = options;
		this.browser = new BrowserSession(hub.origin);
		this.writer = new Writer(this.browser, this.ledger);
	}

	static async start(run: KindRun, options: HouseOptions): Promise<FaultHouse> {
		const hub = options.hub ?? new HubProcess();
		await hub.start();
		const house = new FaultHouse(run, hub, options);
		await house.browser.setUp(hub.setUpCode);
		house.view = await house.browser.open();
		const { values } = await readHouse(house.browser, []);
		house.ledger.note({
			key: keyOf.settings,
			value: values.get(keyOf.settings),
			words: 'the days of history at first',
		});
		for (let n = 0; n < options.boards; n++) await house.#addLane(n);
		return house;
	}

	async #addLane(number: number): Promise<void> {
		const claim = new Claim(this, `Device ${number}`);
		if (!(await claim.goOn({ now: false }))) throw new Error(`${claim.name} was not claimed: ${this.hub.output}`);
		const board = claim.board!;
		this.boards.push(board);
		const { plan } = await this.browser.call<{ plan: Parameters<typeof planValue>[0] }>(
			'GET',
			`/devices/${board.id}/config`,
		);
		const first = { words: `what ${claim.name} was at first` };
		this.ledger.note({ ...first, key: keyOf.name(board.id), value: claim.name });
		this.ledger.note({ ...first, key: keyOf.room(board.id), value: 'none' });
		this.ledger.note({ ...first, key: keyOf.plan(board.id), value: planValue(plan) });
		// Its name changes from now on.
		this.ledger.forget(keyOf.board(claim.name));
		const lane = new Lane(this.writer, this.#run.dice.fork(), number, board.id);
		lane.lasting = this.#options.lasting ?? false;
		this.#lanes.push(lane);
	}

	newBoard(name: string): Promise<BoardOnLine> {
		const { newBoard } = this.#options;
		return newBoard ? newBoard(name) : BoardOnLine.behindProxy(name, this.hub.port);
	}

	/** Everybody writes while `fault` happens; resolves when it is over and the last answer has come, or the hub is away. */
	async writeDuring(fault: () => Promise<unknown>, ...others: ((stop: Stop) => Promise<unknown>)[]): Promise<void> {
		const stop: Stop = { now: false };
		const working = [...this.#lanes.map((lane) => lane.work(stop)), ...others.map((other) => other(stop))];
		const failed = Promise.all(working).then(
			() => undefined,
			(error: unknown) => error,
		);
		try {
			await fault();
		} finally {
			stop.now = true;
		}
		const error = await failed;
		if (error) throw error as Error;
	}

	/**
	 * Resolves when so many more writes were answered, and some moments later: a busy machine gets as far as a fast one.
	 * Where nobody is answered it gives up after a while.
	 */
	async answers(count: number): Promise<void> {
		const { ledger } = this;
		const now = () => ledger.acknowledged + ledger.refused;
		const wanted = now() + count;
		const end = performance.now() + ANSWERED_MS;
		while (now() < wanted && performance.now() < end) await pause(1);
		await pause(this.#run.dice.between(0, MOMENT_MS));
	}

	/** The hub runs again: compares all that it has acknowledged with what is there, and repeats what it has not. */
	async compare(after: string): Promise<void> {
		const { counts } = this.#run;
		const state = await this.#read(after);
		const { lost, undone } = this.ledger.compare(state.values);
		counts.compared++;
		if (lost.length > 0) throw new LostWrites(lost, after);
		for (const doubt of undone) {
			const attempt = this.ledger.begin(doubt);
			await whenNotBusy(doubt.repeat).catch((error: unknown) => {
				throw new Error(`after ${after}: ${doubt.words}: cannot be done again: ${String(error)}`, { cause: error });
			});
			attempt.acknowledged();
			counts.repeated++;
		}
		const adopted = undone.length > 0 ? await this.#read(after) : state;
		for (const lane of this.#lanes) lane.adopt(adopted);
	}

	/** Every board obeys, and says so. */
	async allSwitch(after: string): Promise<void> {
		for (const board of this.boards) {
			const end = performance.now() + COMES_BACK_MS;
			while (!(await this.switches(board))) {
				if (performance.now() > end)
					throw new Error(
						`after ${after}: ${board.name} does not switch in ${COMES_BACK_MS} ms: ${board.board.lines.slice(-20).join(' | ')}`,
					);
				await pause(TRY_AGAIN_MS);
			}
		}
	}

	/** Whether a relay was switched and has reported it. */
	async switches(board: BoardOnLine): Promise<boolean> {
		const on = !this.view.relay(board.id, 2)?.reported;
		const { status } = await this.browser
			.request('PUT', `/devices/${board.id}/relays/2`, { on })
			.catch(() => ({ status: 0 }));
		if (status !== 200) return false;
		this.#run.counts.switched++;
		return true;
	}

	/** Waits until the dashboard follows the hub. */
	async follows(after: string): Promise<void> {
		const failure = () => `after ${after}: the dashboard does not follow the hub`;
		await until(() => this.view.following, COMES_BACK_MS, failure);
	}

	/** What must be so at the end: every write is there, every board obeys, the database is whole, nothing is broken. */
	async end(after: string, mayLog: RegExp | undefined = undefined): Promise<void> {
		await this.follows(after);
		await this.compare(after);
		await this.allSwitch(after);
		await this.#allApplied(after);
		await stopHub(this.hub, after, mayLog);
	}

	async remove(): Promise<void> {
		this.#run.counts.acknowledged += this.ledger.acknowledged;
		this.#run.counts.unanswered += this.ledger.unanswered;
		this.#run.counts.refused += this.ledger.refused;
		this.view?.close();
		for (const board of this.boards) await board.remove();
		await this.hub.remove();
	}

	/** Every board runs its configuration, and the hub knows. */
	async #allApplied(after: string): Promise<void> {
		const open = () =>
			this.boards.map(({ id }) => this.view.devices.get(id)!).filter(({ config }) => config.state !== 'applied');
		const failure = () => {
			const [first] = open();
			const board = this.boards.find(({ id }) => id === first?.id)?.board;
			const state = JSON.stringify([first?.config, first?.presence, { gaps: this.view.gaps }]);
			return `after ${after}: a configuration is not applied: ${state}\n${board?.lines.slice(-20).join('\n')}`;
		};
		await until(() => this.view.following && open().length === 0, COMES_BACK_MS, failure);
	}

	async #read(after: string) {
		try {
			return await readHouse(
				this.browser,
				this.boards.map(({ id }) => id),
			);
		} catch (error) {
			const words = `after ${after}: the hub could not be asked what it holds: ${String(error)}`;
			throw new Error(`${words}\n${this.hub.output.slice(-LOG_TAIL)}`, { cause: error });
		}
	}
}

/** Asks again where the hub says that its database is busy, as a person would. */
async function whenNotBusy(ask: () => Promise<unknown>): Promise<void> {
	for (const end = performance.now() + COMES_BACK_MS; ;) {
		try {
			return void (await ask());
		} catch (error) {
			const isBusy = error instanceof ApiFailure && error.status === BUSY;
			if (!isBusy || performance.now() > end) throw error;
			await pause(TRY_AGAIN_MS);
		}
	}
}
