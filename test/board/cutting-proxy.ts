import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';

/** What a line does with bytes: carries them, keeps them back, or carries them so many milliseconds later. */
type Pace = 'flows' | 'silent' | number;

/** What may happen to the next bytes besides: they come twice, or after those that follow them. */
type Disorder = 'repeats' | 'swaps';

/** How soon a hub that did not listen is tried again. */
const TRY_AGAIN_MS = 20;

interface Pair {
	near: Socket;
	far: Socket;
	/** what is late, in its order: to the board, and to the hub */
	late: Map<Socket, Buffer[]>;
}

/**
 * A board's line to the hub, and what may happen to it: it breaks after so many bytes of both directions together, falls
 * silent without an end, gets slow, or brings bytes twice or in the wrong order. It stays at its address for all the connections of a board's life.
 */
export class CuttingProxy {
	/** how often it broke because so many bytes had been carried */
	cuts = 0;
	#server: Server;
	#target: number;
	#pairs = new Set<Pair>();
	#lost: Pair[] = [];
	#left = Infinity;
	#pace: Pace = 'flows';
	#keepsHubSide = false;
	#disorder: Disorder | undefined;
	/** what waits for the bytes that overtake it */
	#overtaken: { data: Buffer; to: Socket } | undefined;

	private constructor(target: number) {
		this.#target = target;
		this.#server = createServer((near) => {
			near.on('error', () => undefined); // the end of a line, told by `close`
			this.#accept(near);
		});
	}

	/** A line to the hub on this port; with `cutAfter` it breaks after so many bytes. */
	static async start(target: number, cutAfter = Infinity): Promise<CuttingProxy> {
		const proxy = new CuttingProxy(target);
		proxy.#left = cutAfter;
		proxy.#server.listen(0, '127.0.0.1');
		await once(proxy.#server, 'listening');
		return proxy;
	}

	get address(): string {
		return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	get wasCut(): boolean {
		return this.cuts > 0;
	}

	/** How many bytes more will be carried until it breaks. */
	get left(): number {
		return this.#left;
	}

	/** Breaks once when so many bytes more were carried, 0: with the next one. What connects after that holds. */
	cutAfter(bytes: number): void {
		this.#left = bytes;
	}

	/** Nothing comes through any more and nothing ends, in both directions; what was sent comes when it flows again. */
	fallSilent(): void {
		this.#setPace('silent');
	}

	/** What is connected now falls silent for good; what connects after that is a good line. */
	loseConnections(): void {
		for (const { near, far } of this.#pairs)
			for (const socket of [near, far]) socket.removeAllListeners('data').removeAllListeners('close').resume();
		this.#lost.push(...this.#pairs);
		this.#pairs.clear();
	}

	/** Everything comes through so much later. */
	slowDown(ms: number): void {
		this.#setPace(ms);
	}

	/** The next bytes of one direction come twice, or after those that follow them: no network does that, a broken one may. */
	disturb(disorder: Disorder): void {
		this.#disorder = disorder;
	}

	/** The hub is not told that a board has gone: its plug was pulled, or its Wi-Fi ended. */
	keepHubSide(): void {
		this.#keepsHubSide = true;
	}

	/** Breaks all that is connected now. */
	break(): void {
		for (const pair of [...this.#pairs, ...this.#lost.splice(0)]) this.#end(pair);
	}

	/** A good line again; one that lost its board is told of that now. */
	heal(): void {
		this.#left = Infinity;
		this.#keepsHubSide = false;
		this.#disorder = undefined;
		const late = this.#overtaken;
		this.#overtaken = undefined;
		if (late && !late.to.destroyed) late.to.write(late.data);
		this.#setPace('flows');
		for (const pair of [...this.#pairs]) if (pair.near.destroyed) this.#end(pair);
	}

	close(): void {
		this.#server.close();
		this.break();
	}

	/** Where the hub does not listen the board waits, as for a machine that is not there yet, and no longer than it wants to. */
	#accept(near: Socket): void {
		if (!this.#server.listening) return void near.destroy();
		const far = connect(this.#target, '127.0.0.1');
		const refused = () => setTimeout(() => void (near.destroyed || this.#accept(near)), TRY_AGAIN_MS);
		far.once('error', refused).once('connect', () => {
			far.off('error', refused);
			if (near.destroyed) return void far.destroy();
			const pair: Pair = { near, far, late: new Map() };
			this.#pairs.add(pair);
			this.#join(pair, near, far);
			this.#join(pair, far, near);
		});
	}

	#join(pair: Pair, from: Socket, to: Socket): void {
		const late: Buffer[] = [];
		pair.late.set(to, late);
		from.setNoDelay(true);
		from.on('error', () => undefined);
		from.on('close', () => {
			if (from === pair.far || !this.#keepsHubSide) this.#end(pair);
		});
		from.on('data', (data: Buffer) => {
			if (typeof this.#pace !== 'number') return this.#carry(pair, data, to);
			late.push(data);
			setTimeout(() => {
				if (late[0] === data) this.#carry(pair, late.shift()!, to);
			}, this.#pace);
		});
		if (this.#pace === 'silent') from.pause();
	}

	#carry(pair: Pair, carried: Buffer, to: Socket): void {
		const data = this.#disorder ? this.#disturbed(carried, to) : carried;
		if (!data) return;
		const part = data.length > this.#left ? data.subarray(0, this.#left) : data;
		this.#left -= part.length;
		if (!to.destroyed) to.write(part);
		if (part.length === data.length) return;
		this.#left = Infinity;
		this.cuts++;
		// What was carried arrives before the end does.
		to.end(() => this.#end(pair));
		(to === pair.near ? pair.far : pair.near).destroy();
	}

	/** Undefined: it waits for what comes after it. */
	#disturbed(data: Buffer, to: Socket): Buffer | undefined {
		if (this.#disorder === 'repeats') {
			this.#disorder = undefined;
			return Buffer.concat([data, data]);
		}
		const first = this.#overtaken;
		if (first && first.to !== to) return data;
		this.#overtaken = first ? undefined : { data, to };
		if (!first) return undefined;
		this.#disorder = undefined;
		return Buffer.concat([data, first.data]);
	}

	#end(pair: Pair): void {
		pair.near.destroy();
		pair.far.destroy();
		this.#pairs.delete(pair);
	}

	#setPace(pace: Pace): void {
		this.#pace = pace;
		for (const pair of this.#pairs)
			for (const [to, late] of pair.late) {
				// Nothing overtakes what was sent before.
				for (const data of late.splice(0)) this.#carry(pair, data, to);
				if (pace === 'silent') to.pause();
				else to.resume();
			}
	}
}
