import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_HOME } from '../../../protocol/dashboard/empty-home.ts';
import { hub } from '../hub/hub.ts';
import { type Outcome, request } from '../hub/request.ts';
import { ownHome } from './own-home.svelte.ts';

vi.mock('../hub/hub.ts', async () => {
	const { LiveHub } = await import('../hub/live.svelte.ts');
	return { hub: new LiveHub(() => undefined) };
});
vi.mock('../hub/request.ts', () => ({ request: vi.fn() }));

const folded = (...rooms: string[]) => ({ ...EMPTY_HOME, folded: rooms });
/** what is being saved, and how the hub answers it */
let asked: { body: unknown; answer: (outcome: Outcome<unknown>) => Promise<void> }[];

beforeEach(() => {
	asked = [];
	hub.link = 'live';
	hub.home = EMPTY_HOME;
	ownHome.forget();
	vi.mocked(request).mockImplementation((_method, _path, body) => {
		return new Promise<Outcome<never>>((resolve) => {
			const answer = async (outcome: Outcome<unknown>) => {
				resolve(outcome as Outcome<never>);
				await vi.waitFor(() => undefined);
				await Promise.resolve();
			};
			asked.push({ body, answer });
		});
	});
});

describe('a change of one’s Home', () => {
	it('is shown at once, and saved one request at a time, the newest last', async () => {
		for (const rooms of [['A'], ['A', 'B'], ['B']]) ownHome.change(folded(...rooms));
		expect(ownHome.layout).toEqual(folded('B'));
		expect(asked.map(({ body }) => body)).toEqual([folded('A')]);
		await asked[0]!.answer({ ok: true, value: undefined });
		await vi.waitFor(() => expect(asked).toHaveLength(2), { timeout: 3_000 });
		expect(asked[1]!.body).toEqual(folded('B'));
		// Meanwhile the hub tells of the first one, which is not shown any more.
		hub.home = folded('A');
		expect(ownHome.layout).toEqual(folded('B'));
		await asked[1]!.answer({ ok: true, value: undefined });
		await vi.waitFor(() => expect(hub.home).toEqual(folded('B')));
	});

	it('that the hub refuses is taken back, with its words', async () => {
		const fail = vi.spyOn(hub, 'fail').mockReturnValue(undefined);
		ownHome.change(folded('A'));
		await asked[0]!.answer({ ok: false, error: { code: 'internal', message: 'No.' } });
		await vi.waitFor(() => expect(ownHome.layout).toEqual(EMPTY_HOME));
		expect(fail).toHaveBeenCalledOnce();
	});

	it('is only shown while the hub is out of reach', () => {
		hub.link = 'waiting';
		ownHome.change(folded('A'));
		expect(ownHome.layout).toEqual(folded('A'));
		expect(asked).toEqual([]);
	});
});
