import { expect } from 'vitest';
import { Credential } from '../../../../protocol/device_pb.ts';
import { RawLink } from '../raw-link.ts';
import type { NamedKey } from '../sim-board.ts';

/** Keys that must open nothing, and how they came to that. */
export class DeadKeys {
	#keys: { key: NamedKey; mac: string; credential: Credential; why: string }[] = [];

	bury(mac: string, keys: NamedKey[], why: string, credential = Credential.DEVICE): void {
		for (const key of keys) this.#keys.push({ key, mac, credential, why });
	}

	/** Tries every one at the hub's door. */
	async tryAll(origin: string): Promise<void> {
		for (const { key, mac, credential, why } of this.#keys) {
			const link = new RawLink(origin);
			const entering = link.enter({ ...key, mac, credential });
			const answer = await Promise.race([link.closed, entering.then(() => link.message('pace'))]).catch(
				() => link.closed,
			);
			link.end();
			expect(answer, `a key that was ${why} got in`).toMatchObject({ code: expect.any(Number) });
			expect((answer as { code: number }).code).toBeGreaterThanOrEqual(4400);
		}
	}
}
