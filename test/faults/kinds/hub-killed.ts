import { Claim } from '../house/claim.ts';
import { checkIntegrity } from '../house/check-hub.ts';
import { FaultHouse } from '../house/fault-house.ts';
import { keyOf } from '../house/read-house.ts';
import { HubAway, type Stop } from '../house/writer.ts';
import type { Kind, KindRun } from '../run/kind.ts';
import { pause } from '../world.ts';

const FAULT = 'hub killed (kill -9)';
const IN_START = 'hub killed while it starts (kill -9)';
const BOARDS = 3;
/** New boards that are claimed at a time. */
const CLAIMS = 2;
/** A hub is killed after so many answers. */
const ANSWERS = { least: 0, most: 60 };
const STARTS_MS = 400;
const KILLED_IN_START = 0.2;
const DELETED = 0.9;

/** Claims one new board after the other; most are deleted again. */
class Claimer {
	#house: FaultHouse;
	#run: KindRun;
	#number: number;
	#count = 0;
	#claim: Claim | undefined;
	/** claimed, and to be deleted */
	#done: Claim | undefined;

	constructor(house: FaultHouse, run: KindRun, number: number) {
		this.#house = house;
		this.#run = run;
		this.#number = number;
	}

	async work(stop: Stop): Promise<void> {
		while (!stop.now) {
			this.#claim ??= new Claim(this.#house, `New ${this.#number}.${this.#count++}`);
			if (!this.#done) {
				if (!(await this.#claim.goOn(stop))) return;
				this.#run.counts.claimed++;
				this.#done = this.#claim;
			}
			if (!(await this.#delete(this.#done))) return;
			await this.#done.board!.remove();
			this.#done = this.#claim = undefined;
		}
	}

	/** What was begun is brought to its end: each of its boards is claimed. */
	async finish(): Promise<void> {
		const stop = { now: false };
		if (this.#claim && !this.#done && !(await this.#claim.goOn(stop)))
			throw new Error(`${this.#claim.name} is not claimed`);
		await this.#claim?.board?.remove();
		this.#claim = this.#done = undefined;
	}

	async #delete({ name, board }: Claim): Promise<boolean> {
		if (this.#run.dice.chance() > DELETED) return true;
		const key = keyOf.board(name);
		const words = `the device ${name} was deleted`;
		try {
			await this.#house.writer.write({ key, value: undefined, words, method: 'DELETE', path: `/devices/${board!.id}` });
			return true;
		} catch (error) {
			if (!(error instanceof HubAway)) throw error;
			this.#done = this.#claim = undefined; // it is deleted, or will be
			await board!.remove();
			return false;
		}
	}
}

export const hubKilled: Kind = {
	name: 'hub-killed',
	what: 'kill -9 of the hub at random moments during claims and changes of the configuration',
	missing: () => undefined,
	async run(run) {
		const house = await FaultHouse.start(run, { boards: BOARDS });
		const { hub } = house;
		try {
			const claimers = Array.from({ length: CLAIMS }, (_, n) => new Claimer(house, run, n));
			while (!run.isOver) {
				const answers = run.dice.between(ANSWERS.least, ANSWERS.most);
				const kill = async () => {
					await house.answers(answers);
					await hub.kill();
					run.inject(FAULT);
				};
				await house.writeDuring(kill, ...claimers.map((one) => (stop: Stop) => one.work(stop)));
				if (run.dice.chance() < KILLED_IN_START) {
					const starting = hub.start().catch(() => undefined);
					await pause(run.dice.between(0, STARTS_MS));
					await hub.kill();
					await starting;
					run.inject(IN_START);
				}
				await hub.start();
				await house.follows(FAULT);
				await house.compare(FAULT);
				await checkIntegrity(hub.data, FAULT);
			}
			for (const claimer of claimers) await claimer.finish();
			await house.end(FAULT);
		} finally {
			await house.remove();
		}
	},
};
