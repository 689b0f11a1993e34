import { expect, it } from 'vitest';
import type { ApiError } from '$protocol/dashboard/errors.ts';
import { FAULT_WORDS, faultOf } from '$protocol/dashboard/faults.ts';
import { withFaultWords } from './faults.ts';

/** As the hub sends it. */
function sent({ kind, params, message }: ReturnType<typeof faultOf>): ApiError {
	return { code: 'conflict', message, fault: kind, ...(params && { params }) };
}

it('has the same sentence as the hub', () => {
	const error = sent(faultOf('no-such-relay', { device: 'Pump house', relay: 3 }));
	expect(withFaultWords({ ...error, message: '' })).toEqual({ ...error, message: 'Pump house has no relay 3.' });
	expect(withFaultWords(sent(faultOf('link-lost', { still: 'unknown' }))).message).toMatch(
		/ Its state is not known\.$/,
	);
});

it('uses the singular for one minute', () => {
	const said = (seconds: number) => withFaultWords(sent(faultOf('too-many-failures', { seconds }))).message;
	expect([59, 60, 61].map(said).map((words) => words.split(' in ')[1])).toEqual(['59 s.', '1 minute.', '2 minutes.']);
});

it('isolates a right-to-left name', () => {
	const { message } = withFaultWords(sent(faultOf('already-claimed', { device: 'מטבח' })));
	expect(message).toBe('\u2068מטבח\u2069 has been claimed already.');
});

it.each(['of-a-newer-hub', 'toString', undefined])('keeps the sentence of the hub for the fault %s', (fault) => {
	const error: ApiError = { code: 'conflict', message: 'The hub said this.', ...(fault && { fault }) };
	expect(withFaultWords(error)).toBe(error);
});

it('has a complete sentence for every fault', () => {
	// A board's own words, and the lists, are given by the hub.
	const params = new Proxy({}, { get: (_, name) => (name === 'still' ? 'on' : name === 'words' ? 'Why.' : '7') });
	for (const [kind, words] of Object.entries(FAULT_WORDS))
		expect((words as (params: unknown) => string)(params), kind).toMatch(/^\S.*([.]|: 7|…|: npm run hub -- .+)$/u);
});
