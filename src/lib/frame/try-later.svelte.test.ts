import { describe, expect, it } from 'vitest';
import { words } from '$words/words.ts';
import { TryLater } from './try-later.svelte.ts';

function failed(message: string, retryAfterS?: number): TryLater {
	const later = new TryLater();
	later.error = { code: 'too-many-tries', message, ...(retryAfterS === undefined ? {} : { retryAfterS }) };
	return later;
}

describe('why a sign-in failed', () => {
	it.each([
		['Too many failed tries. Try again in 15 minutes.', 900, 'Too many failed tries. Try again in 15:00.'],
		['Too many people are signing in. Try again in a second.', 1, 'Too many people are signing in. Try again in 0:01.'],
		['The hub is busy with other requests. Try again.', 2, 'The hub is busy with other requests. Try again in 0:02.'],
	])('“%s” is shown with the time left as a countdown', (said, retryAfterS, message) => {
		const later = failed(said, retryAfterS);
		expect([later.locked, later.message, later.said]).toEqual([true, message, said]);
	});

	it('is shown in the words of the hub when there is nothing to wait for', () => {
		const later = failed('Name or password is wrong.');
		expect([later.locked, later.message]).toEqual([false, 'Name or password is wrong.']);
	});

	it('says to try again when the hub did not answer', () =>
		expect(failed(words.hub.unanswered).message).toBe('The hub is out of reach. Try again in a moment.'));
});
