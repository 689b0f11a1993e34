import { Credential } from '../../../protocol/device_pb.ts';
import { RawLink } from './raw-link.ts';

export interface NamedKey {
	keyId: Uint8Array;
	key: Uint8Array;
}

/** When power is lost while the board stores a new key. */
export type Cut = 'before the key is written' | 'before it is answered' | 'after it is answered' | 'never';

/**
 * A board's keys, handled as protocol/README.md says. A test controls its power: nothing happens by itself, and power
 * can be lost after every step.
 */
export class SimBoard {
	readonly mac: string;
	/** newest first */
	keys: (NamedKey & { accepted: boolean })[] = [];
	registration: NamedKey;
	link: RawLink | null = null;
	/** close codes of the refusals in the last connect() */
	refusals: number[] = [];
	#origin: string;
	#boots = 0;

	constructor(origin: string, mac: string, registration: NamedKey) {
		this.#origin = origin;
		this.mac = mac;
		this.registration = registration;
	}

	/** New firmware by cable: the old keys are gone. */
	flash(registration: NamedKey): void {
		this.drop();
		this.keys = [];
		this.registration = registration;
	}

	drop(): void {
		this.link?.end();
		this.link = null;
	}

	/**
	 * Tries its keys, newest first, until the hub accepts one, and goes through a registration if necessary. `waits`
	 * says whether the hub shows the board as awaiting a claim.
	 */
	async connect(waits: () => boolean, cut: Cut = 'never'): Promise<'online' | 'awaiting' | 'refused' | 'cut'> {
		this.refusals = [];
		for (const candidate of this.#candidates()) {
			const link = new RawLink(this.#origin);
			const entering = link.enter({
				...candidate,
				mac: this.mac,
				bootId: BigInt(++this.#boots),
				bootCount: this.#boots,
			});
			entering.catch(() => undefined);
			const registers = candidate.credential === Credential.REGISTRATION;
			const heard = registers ? 'provision' : 'pace';
			const answer = await race(
				link,
				() => link.heard.some((message) => message.case === heard) || (registers && waits()),
			);
			if (typeof answer === 'number') {
				this.refusals.push(answer);
				continue;
			}
			if (!registers) {
				this.#accept(candidate.keyId);
				this.link = link;
				return 'online';
			}
			if (!link.heard.some((message) => message.case === 'provision')) {
				this.link = link;
				return 'awaiting';
			}
			this.link = link;
			return (await this.takeKey(cut)) ? this.connect(waits) : 'cut';
		}
		return 'refused';
	}

	/** Stores the key that the hub has sent on the present link; false if power was lost meanwhile. */
	async takeKey(cut: Cut): Promise<boolean> {
		const link = this.link!;
		const { keyId, key } = (await link.message('provision')).value;
		if (cut === 'before the key is written') return this.#lost();
		this.keys = [{ keyId, key, accepted: false }, ...this.keys.filter(({ accepted }) => accepted)];
		if (cut === 'before it is answered') return this.#lost();
		link.send({ case: 'provisioned', value: { $typeName: 'mooring.v2.Provisioned', keyId } });
		if (cut === 'after it is answered') return this.#lost();
		await link.closed;
		this.link = null;
		return true;
	}

	#lost(): false {
		this.drop();
		return false;
	}

	#candidates() {
		const device = this.keys.map((key) => ({ credential: Credential.DEVICE, ...key }));
		if (this.keys.some(({ accepted }) => accepted)) return device;
		return [...device, { credential: Credential.REGISTRATION, ...this.registration }];
	}

	#accept(keyId: Uint8Array): void {
		const index = this.keys.findIndex((key) => Buffer.compare(key.keyId, keyId) === 0);
		this.keys = this.keys.slice(0, index + 1).map((key, at) => (at === index ? { ...key, accepted: true } : key));
	}
}

/** The close code of a link, or true as soon as `condition` holds. */
async function race(link: RawLink, condition: () => boolean): Promise<number | true> {
	let over = false;
	const closed = link.closed.then(({ code }) => {
		over = true;
		return code;
	});
	while (!over) {
		if (condition()) return true;
		await Promise.race([closed, new Promise((resolve) => setImmediate(resolve))]);
	}
	return closed;
}
